/**
 * Loads layouts: parses YAML with positions and checks it against the layout's records and the paths of the sheet
 * record before a layout is returned. Used by cli and publish.
 */
package org.jigyo.layout.load;
