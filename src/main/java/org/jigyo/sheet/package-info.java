/** What one sheet says: the sheet record, its facts by path, and its JSON. Called by extract, registry, graph and cli. */
package org.jigyo.sheet;
