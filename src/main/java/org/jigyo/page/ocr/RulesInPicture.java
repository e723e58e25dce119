package org.jigyo.page.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jigyo.page.ocr.Grey.Area;

/**
 * Finds the ruled lines of a picture: long level or upright runs of pixels that are darker than what is on both sides, so that the
 * edge of a shaded cell is none. The picture must be upright; a line may lean by its own thickness over a cell.
 */
final class RulesInPicture {

    /** Lengths in pixels at 300 dpi, which is the resolution of all pictures here. */
    private static final int THICKEST = 12;
    /** What is this far beside a line is no longer the line. */
    private static final int BESIDE = 9;
    /** Darker than both sides by this shade. */
    private static final int DARKER = 20;
    /** A gap that does not end a line: a letter may touch it. */
    private static final int GAP = 8;
    /** This part of a line has no gaps; rows of letters have more. */
    private static final double COVERED = 0.9;
    /** A line this long is a rule, whatever it ends at; no stroke of a letter is so long. */
    private static final int LONG = 170;
    /** A shorter line, down to this length, is a rule if it reaches from one to another. */
    private static final int SHORT = 36;
    /** A frame that touches no rule has sides at least this long; letters have frames, too. */
    private static final int FRAME = 60;
    /** A line meets another if it is this near. */
    private static final int NEAR = 6;

    private RulesInPicture() {}

    /** The rules, as thin rectangles. */
    static List<Area> of(Grey picture) {
        List<Area> level = lines(picture.width(), picture.height(), picture::at);
        List<Area> upright = lines(picture.height(), picture.width(), (y, x) -> picture.at(x, y)).stream()
                .map(Area::mirrored)
                .toList();
        return joined(level, upright);
    }

    private interface Shades {
        int at(int along, int across);
    }

    /** Lines along the first axis. */
    private static List<Area> lines(int length, int breadth, Shades shades) {
        List<Area> done = new ArrayList<>();
        List<Area> open = new ArrayList<>();
        for (int across = 0; across < breadth; across++) {
            int here = across;
            List<int[]> runs = runs(length, along -> darkness(shades, along, here));
            List<Area> next = new ArrayList<>();
            for (int[] run : runs) {
                Area line = new Area(run[0], across, run[1], across + 1);
                for (int i = open.size() - 1; i >= 0; i--) {
                    Area before = open.get(i);
                    if (overlap(before, line) * 2 >= Math.min(before.width(), line.width())
                            && across + 1 - before.top() <= THICKEST) {
                        line = union(before, line);
                        open.remove(i);
                    }
                }
                next.add(line);
            }
            done.addAll(open);
            open = next;
        }
        done.addAll(open);
        return done;
    }

    private static int darkness(Shades shades, int along, int across) {
        int shade = shades.at(along, across);
        if (shade + DARKER > Grey.WHITE) {
            return 0;
        }
        int before = 0;
        int after = 0;
        // a letter may stand near the line, so the lightest of what is beside it counts
        for (int distance = 3; distance <= BESIDE; distance += 2) {
            before = Math.max(before, shades.at(along, across - distance));
            after = Math.max(after, shades.at(along, across + distance));
        }
        return Math.min(before, after) - shade;
    }

    private static List<int[]> runs(int length, IntUnaryOperator darkness) {
        List<int[]> runs = new ArrayList<>();
        int from = 0;
        int to = -GAP - 1;
        int dark = 0;
        for (int i = 0; i < length; i++) {
            if (darkness.applyAsInt(i) < DARKER) {
                continue;
            }
            if (i - to > GAP) {
                keep(from, to, dark, runs);
                from = i;
                dark = 0;
            }
            dark++;
            to = i + 1;
        }
        keep(from, to, dark, runs);
        return runs;
    }

    private static void keep(int from, int to, int dark, List<int[]> runs) {
        if (to - from >= SHORT && dark >= COVERED * (to - from)) {
            runs.add(new int[] {from, to});
        }
    }

    private static int overlap(Area a, Area b) {
        return Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
    }

    private static Area union(Area a, Area b) {
        return new Area(
                Math.min(a.left(), b.left()),
                Math.min(a.top(), b.top()),
                Math.max(a.right(), b.right()),
                Math.max(a.bottom(), b.bottom()));
    }

    /** The long lines, the short ones that end at rules on both sides, and those that make a frame by themselves. */
    private static List<Area> joined(List<Area> level, List<Area> upright) {
        List<Area> rules = new ArrayList<>();
        List<Area> left = new ArrayList<>();
        for (Area line : concat(level, upright)) {
            (length(line) >= LONG ? rules : left).add(line);
        }
        grow(rules, left);
        List<Area> frames = new ArrayList<>(left);
        frames.removeIf(line -> length(line) < FRAME);
        while (frames.removeIf(line -> between(line, concat(frames, rules)).isEmpty())) {
            // a line that ended at a removed one has no end either
        }
        frames.forEach(line -> between(line, concat(frames, rules)).ifPresent(rules::add));
        left.removeAll(frames);
        grow(rules, left);
        return rules;
    }

    /** Moves lines that reach from rule to rule. */
    private static void grow(List<Area> rules, List<Area> left) {
        boolean grown = true;
        while (grown) {
            List<Area> found = new ArrayList<>();
            left.removeIf(line -> {
                Optional<Area> between = between(line, rules);
                between.ifPresent(found::add);
                return between.isPresent();
            });
            rules.addAll(found);
            grown = !found.isEmpty();
        }
    }

    private static int length(Area line) {
        return Math.max(line.width(), line.height());
    }

    private static List<Area> concat(List<Area> one, List<Area> other) {
        List<Area> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** The part of a line between the first and the last rule that it meets, if they are apart: a letter may stand in its continuation. */
    private static Optional<Area> between(Area line, List<Area> rules) {
        boolean level = line.width() > line.height();
        Area near = line.wider(NEAR);
        int from = Integer.MAX_VALUE;
        int to = Integer.MIN_VALUE;
        for (Area rule : rules) {
            if ((rule.width() > rule.height()) != level
                    && rule.left() < near.right()
                    && near.left() < rule.right()
                    && rule.top() < near.bottom()
                    && near.top() < rule.bottom()) {
                from = Math.min(from, level ? rule.left() : rule.top());
                to = Math.max(to, level ? rule.right() : rule.bottom());
            }
        }
        if (to < from || to - from < SHORT) {
            return Optional.empty();
        }
        return Optional.of(
                level ? new Area(from, line.top(), to, line.bottom()) : new Area(line.left(), from, line.right(), to));
    }
}
