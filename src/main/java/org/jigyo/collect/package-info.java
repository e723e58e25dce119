/**
 * Fetches the documents that a municipality's pages link to, and records where each is from. One request at a time; robots.txt is
 * obeyed; what did not change is not fetched again. Knows crawler-commons, jsoup, Jackson and source; used by cli.
 */
package org.jigyo.collect;
