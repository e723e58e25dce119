package org.jigyo.layout;

/** A form as cells: fields found relative to printed labels. */
public record Grid() {}
