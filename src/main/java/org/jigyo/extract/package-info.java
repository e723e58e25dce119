/** Page and layout make a sheet and its findings. Called by cli. */
package org.jigyo.extract;
