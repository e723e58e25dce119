package org.jigyo.page;

import java.time.Duration;

/**
 * The limits for one file. A file that exceeds one is reported as LIMIT_EXCEEDED; what was read before is kept.
 *
 * @param time for the whole file
 * @param pages in a file
 * @param glyphs on a page (in a text file: characters)
 * @param rulings on a page
 * @param squares unit squares between the rulings of a page
 */
public record Limits(Duration time, int pages, int glyphs, int rulings, int squares) {

    /**
     * 60 s, 2,000 pages, 200,000 glyphs, 50,000 rulings and 2,000,000 squares. For comparison: a dense A3 sheet has
     * 10,000 glyphs and 2,000 rulings, and each page of the known cities is read in well under a second.
     */
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 2000, 200_000, 50_000, 2_000_000);

    /** Checks that all limits are positive. */
    public Limits {
        if (time.isNegative() || time.isZero() || Math.min(Math.min(pages, glyphs), Math.min(rulings, squares)) < 1) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }
}
