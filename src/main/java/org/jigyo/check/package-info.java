/** What must hold over the published graph. Knows Jena; called by release and cli. */
package org.jigyo.check;
