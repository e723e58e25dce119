package org.jigyo.page;

import java.util.List;

/**
 * The rectangle that represents connected squares which do not form one: an L around a smaller cell becomes the row
 * that it labels.
 */
final class Shape {

    /** Beyond this number of steps the bounding rectangle is used. */
    private static final long MOST_STEPS = 5_000_000;

    private Shape() {}

    /**
     * The largest rectangle, by area in points, that the squares fill.
     *
     * @param squares row and column of each
     * @param outline first row, first column, last row, last column
     */
    static int[] of(List<int[]> squares, int[] outline, double[] xs, double[] ys) {
        int rows = outline[2] - outline[0] + 1;
        int columns = outline[3] - outline[1] + 1;
        if (squares.size() == rows * columns || (long) rows * rows * columns > MOST_STEPS) {
            return outline;
        }
        boolean[][] filled = new boolean[rows][columns];
        squares.forEach(s -> filled[s[0] - outline[0]][s[1] - outline[1]] = true);
        int[] best = outline;
        double largest = 0;
        for (int top = 0; top < rows; top++) {
            boolean[] through = filled[top].clone();
            for (int bottom = top; bottom < rows; bottom++) {
                double height = ys[outline[0] + bottom + 1] - ys[outline[0] + top];
                int from = 0;
                for (int c = 0; c < columns; c++) {
                    through[c] &= filled[bottom][c];
                    if (!through[c]) {
                        from = c + 1;
                        continue;
                    }
                    double area = height * (xs[outline[1] + c + 1] - xs[outline[1] + from]);
                    if (area > largest) {
                        largest = area;
                        best = new int[] {outline[0] + top, outline[1] + from, outline[0] + bottom, outline[1] + c};
                    }
                }
            }
        }
        return best;
    }
}
