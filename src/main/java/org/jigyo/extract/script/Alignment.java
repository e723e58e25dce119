package org.jigyo.extract.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.layout.Layout;
import org.jigyo.layout.ScriptPage;

/**
 * The cheapest explanation of one page of a sheet, and how far the next one is for every slot.
 *
 * @param page the page's script
 * @param lines what is drawn
 * @param strip the same, as atoms
 * @param cost of the explanation
 * @param choices every step with what it takes
 * @param rivals costs of other values
 * @param fits what could be taken
 */
record Alignment(
        ScriptPage page, List<Drawn> lines, Strip strip, double cost, List<Choice> choices, Rivals rivals, Fits fits) {

    static Alignment of(Layout layout, ScriptPage page, List<Drawn> lines) {
        Vocabulary vocabulary = new Vocabulary(layout, page);
        Strip strip = new Cuts(page, vocabulary).strip(lines);
        Fits fits = new Fits(strip, layout, page, vocabulary);
        List<List<Step>> variants = new Steps(page).variants();
        List<Lattice> lattices =
                variants.stream().map(v -> new Lattice(strip, v, fits)).toList();
        Lattice cheapest = lattices.stream()
                .min(java.util.Comparator.comparingDouble(Lattice::best))
                .orElseThrow();
        double limit = cheapest.best() + Cost.DOUBT;
        Rivals rivals = new Rivals();
        lattices.stream().filter(l -> l.best() <= limit).forEach(l -> l.rivals(limit, rivals));
        for (int i = 0; i < variants.size(); i++) {
            Set<String> ids = variants.get(i).stream().map(Step::id).collect(Collectors.toCollection(HashSet::new));
            double best = lattices.get(i).best();
            List.copyOf(rivals.steps().values()).stream()
                    .filter(s -> !ids.contains(s.id()))
                    .forEach(s -> rivals.absent(s, best, limit));
        }
        return new Alignment(page, lines, strip, cheapest.best(), cheapest.cheapest(), rivals, fits);
    }

    double margin(Choice choice) {
        return rivals.margin(choice.step(), choice.value().key(), cost);
    }

    /** Steps of other variants that nearly the cheapest explanation fills. */
    List<Choice> nearly() {
        Set<String> chosen = choices.stream().map(c -> c.step().id()).collect(Collectors.toSet());
        List<Choice> nearly = new ArrayList<>();
        rivals.steps().forEach((id, step) -> {
            if (!chosen.contains(id)) {
                nearly.add(new Choice(step, 0, null));
            }
        });
        return nearly;
    }
}
