/** Gold (hand-checked) records: how they are written, and sheet records compared with them. Used by cli. */
package org.jigyo.compare;
