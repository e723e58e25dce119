/**
 * Reads files of every format as pages; tables (workbooks, CSV, HTML) become cells. The only package that knows POI,
 * jsoup and Commons CSV.
 */
package org.jigyo.page.table;
