/** HTTP: settings, negotiation, limits per client, formats, delivery, problem documents. Knows Fuseki and Jetty; called by the other rooms. */
package org.jigyo.serve.http;
