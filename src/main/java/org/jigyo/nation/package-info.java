/** What is known of Japan's local governments from other sources than their sheets: who they are, and tables about them. */
package org.jigyo.nation;
