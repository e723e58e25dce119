/**
 * The content of one sheet: the sheet record, its facts by path, and its JSON. Used by extract, registry, graph and
 * cli.
 */
package org.jigyo.sheet;
