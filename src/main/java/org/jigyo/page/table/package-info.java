/** Files of every format as pages; tables — workbooks, comma-separated texts, HTML — as cells. The only package that knows POI, jsoup and Commons CSV. */
package org.jigyo.page.table;
