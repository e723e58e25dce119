/**
 * Documents about things, vocabularies, stored queries, changes and search results, for people and programs. Used by
 * the server.
 */
package org.jigyo.serve.pages;
