package org.jigyo.graph;

/** Japanese years. */
final class Eras {

    private Eras() {}

    /** A western fiscal year by its era: 2024 is 令和6, 2019 is 令和元 (平成31 until 1 May 2019). */
    static String year(int year) {
        int reiwa = year - 2018;
        if (reiwa >= 1) {
            return "令和" + (reiwa == 1 ? "元" : reiwa);
        }
        int heisei = year - 1988;
        return "平成" + (heisei == 1 ? "元" : heisei);
    }
}
