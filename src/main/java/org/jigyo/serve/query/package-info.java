/** SPARQL: the protocol, and running a query within its limits. Called by pages, and by cli for queries without a server. */
package org.jigyo.serve.query;
