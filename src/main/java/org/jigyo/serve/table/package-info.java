/** Answers of stored queries as readers see them: headings, cells that lead somewhere, amounts in a scale, pictures. */
package org.jigyo.serve.table;
