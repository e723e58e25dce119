/**
 * HTTP: settings, content negotiation, limits per client, formats, delivery, problem documents. Knows Fuseki and Jetty;
 * used by the other packages of the server.
 */
package org.jigyo.serve.http;
