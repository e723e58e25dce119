/**
 * Permanent identities of projects, departments and indicators across years, numbers and names. Used by graph and
 * publish.
 */
package org.jigyo.registry;
