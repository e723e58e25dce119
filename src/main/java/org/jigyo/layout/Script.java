package org.jigyo.layout;

/** A form in drawing order: labels as literals and values as typed slots, in the order in which they are drawn. */
public record Script() {}
