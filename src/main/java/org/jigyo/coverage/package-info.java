/** What a layout reads of many sheets, counted: fields filled, sums that hold, text that nobody took. Used by cli. */
package org.jigyo.coverage;
