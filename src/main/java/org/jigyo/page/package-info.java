/** What is drawn or written on a page: glyphs, rules, cells, blocks in drawing order, table rows. The only package that knows PDFBox; called by extract and cli. */
package org.jigyo.page;
