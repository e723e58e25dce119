/** One picocli command a verb; the only package that wires the others together. */
package org.jigyo.cli;
