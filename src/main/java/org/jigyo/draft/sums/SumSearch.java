package org.jigyo.draft.sums;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the sums among rows of figures, by the numbers alone. */
public final class SumSearch {

    private static final int MOST_PARTS = 6;
    private static final double HOLDS = 0.95;
    private static final int FEWEST = 5;

    /**
     * A sum.
     *
     * @param total word of the row of totals
     * @param parts words of the rows that add up to it
     * @param holds in how many columns of sheets it holds
     * @param printed in how many the total is printed
     * @param tolerance greatest difference that looks like rounding
     */
    public record Sum(String total, List<String> parts, int holds, int printed, int tolerance) {

        /** Copies the list. */
        public Sum {
            parts = List.copyOf(parts);
        }
    }

    private final List<String> words;
    private final List<BigDecimal[]> columns;

    private SumSearch(List<String> words, List<BigDecimal[]> columns) {
        this.words = words;
        this.columns = columns;
    }

    /**
     * The sums among rows of figures.
     *
     * @param words a word for each row
     * @param columns columns of figures, each with one for each row; null where nothing is printed
     */
    public static List<Sum> of(List<String> words, List<BigDecimal[]> columns) {
        return new SumSearch(words, columns).sums();
    }

    private List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        for (int total = 0; total < words.size(); total++) {
            Sum best = null;
            for (int size = 2; size <= Math.min(MOST_PARTS, words.size() - 1); size++) {
                Sum sum = best(total, size);
                best = sum != null && (best == null || sum.holds() > best.holds()) ? sum : best;
            }
            if (best != null) {
                sums.add(widened(best));
            }
        }
        return sums;
    }

    /** The sum with this many parts that holds most often; null if none holds. */
    private Sum best(int total, int size) {
        Sum best = null;
        int[] parts = IntStream.range(0, size).toArray();
        while (parts != null) {
            Sum sum = contains(parts, total) ? null : tried(total, parts);
            if (sum != null && (best == null || sum.holds() > best.holds())) {
                best = sum;
            }
            parts = next(parts);
        }
        return best;
    }

    private static boolean contains(int[] parts, int row) {
        return IntStream.of(parts).anyMatch(p -> p == row);
    }

    /** The next combination of rows; null after the last. */
    private int[] next(int[] parts) {
        int[] next = parts.clone();
        int i = next.length - 1;
        while (i >= 0 && next[i] == words.size() - next.length + i) {
            i--;
        }
        if (i < 0) {
            return null;
        }
        next[i]++;
        for (int j = i + 1; j < next.length; j++) {
            next[j] = next[j - 1] + 1;
        }
        return next;
    }

    private Sum tried(int total, int[] parts) {
        int printed = 0;
        int holds = 0;
        int several = 0;
        int tolerance = 0;
        boolean[] counts = new boolean[parts.length];
        for (int c = 0; c < columns.size(); c++) {
            BigDecimal[] column = columns.get(c);
            boolean shown = IntStream.of(parts).anyMatch(p -> column[p] != null);
            if (column[total] == null || column[total].signum() == 0 || !shown) {
                continue;
            }
            printed++;
            BigDecimal sum = BigDecimal.ZERO;
            int nonZero = 0;
            for (int p = 0; p < parts.length; p++) {
                BigDecimal value = column[parts[p]];
                if (value != null && value.signum() != 0) {
                    sum = sum.add(value);
                    nonZero++;
                    counts[p] = true;
                }
            }
            BigDecimal difference = sum.subtract(column[total]).abs();
            if (difference.compareTo(BigDecimal.valueOf(Math.max(1, parts.length / 2))) <= 0
                    && column[total].abs().intValue() > 9) {
                holds++;
                several += nonZero > 1 ? 1 : 0;
                tolerance = Math.max(
                        tolerance,
                        difference.setScale(0, java.math.RoundingMode.CEILING).intValue());
            } else if (c > 2 * FEWEST && holds < printed / 2) {
                return null;
            }
        }
        boolean all = true;
        for (boolean one : counts) {
            all &= one;
        }
        boolean proved = all && several >= FEWEST && holds >= HOLDS * printed;
        List<String> names = IntStream.of(parts).mapToObj(words::get).toList();
        return proved ? new Sum(words.get(total), names, holds, printed, tolerance) : null;
    }

    /** The sum with the rows between its parts that no sheet has filled, which belong to it by their place. */
    private Sum widened(Sum sum) {
        List<Integer> rows = sum.parts().stream().map(words::indexOf).toList();
        int first = rows.stream().mapToInt(Integer::intValue).min().orElse(0);
        int last = rows.stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> parts = new ArrayList<>();
        for (int r = first; r <= last; r++) {
            int row = r;
            boolean never = columns.stream().allMatch(c -> c[row] == null || c[row].signum() == 0);
            if (rows.contains(r) || (never && !words.get(r).equals(sum.total()))) {
                parts.add(words.get(r));
            }
        }
        return new Sum(sum.total(), parts, sum.holds(), sum.printed(), sum.tolerance());
    }
}
