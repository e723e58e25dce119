/**
 * Loads layouts: reads YAML with its places, checks it against the layout's records and the paths of the sheet record, and only
 * then hands a layout out. Called by extract's users and cli.
 */
package org.jigyo.layout.load;
