package org.jigyo.collect;

/**
 * What became of one address.
 *
 * @param file path of the document in the folder; null if there is none
 * @param message why, or what to do; null if the kind says it all
 */
public record Outcome(Kind kind, String address, String file, String message) {

    /** Kinds of outcomes. */
    public enum Kind {
        /** Would be fetched (dry run). */
        FOUND,
        /** Fetched for the first time. */
        ADDED,
        /** The same as before. */
        UNCHANGED,
        /** Another content than before, stored apart: perhaps a new edition. */
        CHANGED,
        /** robots.txt asks not to fetch it. */
        FORBIDDEN,
        /** No longer at its address; the copy stays. */
        GONE,
        /** Not fetched; the message says why. */
        FAILED;

        /** True if a person should look at it. */
        public boolean problem() {
            return this == GONE || this == FAILED;
        }
    }
}
