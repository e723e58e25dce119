/**
 * The public server. Four packages, each of which knows only those before it: {@code http} (requests in, whole answers
 * out), {@code release} (what is served), {@code query} (SPARQL), {@code pages} (documents for people and programs);
 * they are wired together here. Used by cli.
 */
package org.jigyo.serve;
