/** The release being served: opened, lent to requests, replaced by the next one; its files. Used by query and pages. */
package org.jigyo.serve.release;
