/** Full-text search: things found, grouped by project, and what they can be narrowed by. */
package org.jigyo.serve.search;
