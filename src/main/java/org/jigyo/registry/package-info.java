/** One identity per project, department and indicator over years, numbers and names. Called by graph and cli. */
package org.jigyo.registry;
