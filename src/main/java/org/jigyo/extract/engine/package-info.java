/** What the engines share: what one of them reads of a sheet. Called by extract and its engines. */
package org.jigyo.extract.engine;
