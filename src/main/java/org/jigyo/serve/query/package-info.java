/** SPARQL: the protocol, and running queries within limits. Used by pages, and by cli for queries without a server. */
package org.jigyo.serve.query;
