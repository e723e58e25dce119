/**
 * Workarounds for faults of Jena and Jetty, one class a fault: its Javadoc names the issue upstream, and its test fails once upstream
 * has mended it, so that the class can go. Knows nothing else of this project; called by release and serve.
 */
package org.jigyo.workaround;
