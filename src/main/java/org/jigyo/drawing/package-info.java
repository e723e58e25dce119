/** What is kept of a sheet's pages so that they can be drawn: words, rules and the places of facts; and its picture. */
package org.jigyo.drawing;
