/**
 * The public server. Packages, each of which knows only those before it: {@code http} (requests in, whole answers
 * out), {@code remote} (another SPARQL server), {@code release} (what is served), {@code query} (SPARQL), {@code export} (forms of other tools), {@code pages} (documents);
 * they are wired together here. Used by cli.
 */
package org.jigyo.serve;
