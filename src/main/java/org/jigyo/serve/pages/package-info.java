/** Documents about things, vocabularies, stored queries, changes and search results, for people and programs. Called by the server. */
package org.jigyo.serve.pages;
