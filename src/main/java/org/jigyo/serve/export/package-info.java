/** Answers of stored queries, and descriptions of them, in the forms of other tools. Knows http, release, query and table; used by pages and cli. */
package org.jigyo.serve.export;
