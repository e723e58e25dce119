/** What is wrong and where: the words that every stage shares. Knows only the JDK; every package may call it. */
package org.jigyo;
