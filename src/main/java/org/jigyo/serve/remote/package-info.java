/** Another server's SPARQL endpoint: asked for the rows of a query, and as the dataset of a release. Used by release and query. */
package org.jigyo.serve.remote;
