/** Types shared by the engines: the result of reading one sheet. Used by extract and its engines. */
package org.jigyo.extract.engine;
