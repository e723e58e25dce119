/** Findings and their places, shared by every stage. Knows only the JDK; every package may use it. */
package org.jigyo;
