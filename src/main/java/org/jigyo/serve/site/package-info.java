/** What leads crawlers and programs to the pages and the data. */
package org.jigyo.serve.site;
