/** Fuseki, linked-data pages, stored queries. Knows Jena; called by cli. */
package org.jigyo.serve;
