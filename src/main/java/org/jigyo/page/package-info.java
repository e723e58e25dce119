/**
 * The content of a page: glyphs, rulings, cells, blocks in drawing order, table rows. PDF is read here, all other
 * formats in {@code table}. The only package that knows PDFBox; used by extract and cli.
 */
package org.jigyo.page;
