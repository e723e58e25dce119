/** One picocli command for each verb; the only package that wires the others together. */
package org.jigyo.cli;
