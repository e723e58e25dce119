/** Finds the input files, their kind and SHA-256. Knows only the JDK; used by page, collect and cli. */
package org.jigyo.source;
