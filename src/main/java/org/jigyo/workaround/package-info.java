/**
 * Workarounds for faults of Jena and Jetty, one class for each fault. Its Javadoc names the upstream issue, and its
 * test fails once upstream has fixed it, so that the class can be removed. Knows nothing else of this project; used by
 * release, query and serve.
 */
package org.jigyo.workaround;
