/** Which files there are, their kind and sha256. Knows only the JDK; called by page and cli. */
package org.jigyo.source;
