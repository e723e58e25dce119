/** What is drawn or written on a page: glyphs, rules, cells, blocks in drawing order, table rows. PDF is read here, all other formats in {@code table}. The only package that knows PDFBox; called by extract and cli. */
package org.jigyo.page;
