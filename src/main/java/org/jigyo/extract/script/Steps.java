package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.layout.ScriptChunk;
import org.jigyo.layout.ScriptElement;
import org.jigyo.layout.ScriptPage;
import org.jigyo.layout.SlotType;

/** The ways in which a page may be drawn, each as a list of steps from first to last. */
final class Steps {

    private final ScriptPage page;
    private final Map<String, Step> known = new HashMap<>();

    Steps(ScriptPage page) {
        this.page = page;
    }

    /** Every combination of order, optional chunks and counts. Equal steps are the same object in all of them. */
    List<List<Step>> variants() {
        List<List<ScriptChunk>> orders = new ArrayList<>();
        orders.add(page.chunks());
        if (page.order() == ScriptPage.Order.EITHER) {
            List<ScriptChunk> reversed = new ArrayList<>(page.chunks());
            java.util.Collections.reverse(reversed);
            orders.add(reversed);
        }
        List<List<Step>> variants = new ArrayList<>();
        for (List<ScriptChunk> order : orders) {
            for (List<ScriptChunk> chunks : withAndWithout(order)) {
                counts().forEach(count -> variants.add(steps(chunks, count)));
            }
        }
        return variants;
    }

    private static List<List<ScriptChunk>> withAndWithout(List<ScriptChunk> chunks) {
        List<List<ScriptChunk>> ways = new ArrayList<>();
        ways.add(List.of());
        for (ScriptChunk chunk : chunks) {
            List<List<ScriptChunk>> longer = new ArrayList<>();
            for (List<ScriptChunk> way : ways) {
                List<ScriptChunk> with = new ArrayList<>(way);
                with.add(chunk);
                longer.add(with);
                if (chunk.optional()) {
                    longer.add(way);
                }
            }
            ways = longer;
        }
        return ways;
    }

    private List<Map<String, Integer>> counts() {
        List<Map<String, Integer>> ways = new ArrayList<>();
        ways.add(Map.of());
        for (Map.Entry<String, Integer> count : page.counts().entrySet()) {
            List<Map<String, Integer>> longer = new ArrayList<>();
            for (Map<String, Integer> way : ways) {
                for (int n = 0; n <= count.getValue(); n++) {
                    Map<String, Integer> with = new HashMap<>(way);
                    with.put(count.getKey(), n);
                    longer.add(with);
                }
            }
            ways = longer;
        }
        return ways;
    }

    private List<Step> steps(List<ScriptChunk> chunks, Map<String, Integer> count) {
        List<Step> steps = new ArrayList<>();
        for (ScriptChunk chunk : chunks) {
            for (int e = 0; e < chunk.elements().size(); e++) {
                ScriptElement element = chunk.elements().get(e);
                for (int turn = 0; turn < turns(element, count); turn++) {
                    steps.add(step(chunk, e, turn));
                }
            }
        }
        return steps;
    }

    private static int turns(ScriptElement element, Map<String, Integer> count) {
        if (element.per() != null) {
            return count.getOrDefault(element.per(), 0);
        }
        // The years of a row are repeated within the row; a label is repeated as separate steps.
        return element.times() == null || element.slot() == SlotType.YEARS ? 1 : element.times();
    }

    private Step step(ScriptChunk chunk, int element, int turn) {
        String place = page.role() + " / " + chunk.name() + " / " + (element + 1);
        return known.computeIfAbsent(
                place + "." + turn, k -> Step.of(chunk.elements().get(element), turn, place + "." + (turn + 1)));
    }
}
