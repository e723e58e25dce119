/** Aligns drawing order with a form's script: the cheapest explanation of the whole page, and how far the runner-up is. Called by extract. */
package org.jigyo.extract.script;
