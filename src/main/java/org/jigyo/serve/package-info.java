/**
 * The public server. Four rooms, each of which knows only those before it: {@code http} (requests in, whole answers out),
 * {@code release} (what is served), {@code query} (questions to it), {@code pages} (documents for people and programs); here they
 * are wired together. Called by cli.
 */
package org.jigyo.serve;
