package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.coverage.Counting;
import org.jigyo.coverage.Coverage;
import org.jigyo.draft.sample.FormWords;
import org.jigyo.draft.words.YearWords;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.load.LayoutException;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;

/**
 * Drafts a layout: proposes fields, writes them down, and reads the sheets with them. A field that the loader refuses or that cannot be read on
 * many sheets becomes a question; so nothing is proposed that was not tried.
 */
final class Drafting {

    private static final Pattern LINE = Pattern.compile("[^:]*:(\\d+):.*", Pattern.DOTALL);
    private static final int TRIES = 12;
    /** On which share of the sheets a single cell is in doubt that is left out, and a table, which has many. */
    private static final double OFTEN = 0.2;

    private static final double HALF = 0.5;
    private static final int MOST_QUESTIONS = 30;
    private static final Set<Code> UNREAD =
            Set.of(Code.SLOT_AMBIGUOUS, Code.LABEL_MISSING, Code.VALUE_MISSING, Code.VALUE_UNREADABLE);

    private final Map<SourceFile, List<Page>> pages;
    private final GivenAnswers answers;

    /** @param pages the pages to try the layout on */
    Drafting(Map<SourceFile, List<Page>> pages, GivenAnswers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    /** The draft. */
    LayoutDraft draft(LayoutOutline outline) {
        Tried tried = tried(outline);
        for (int n = 0; n < TRIES && mended(outline, tried.readings()); n++) {
            tried = tried(outline);
        }
        outline.unknown().forEach(outline.parts()::ask);
        List<LayoutDraft.Field> fields = outline.parts().proposals().stream()
                .map(p -> new LayoutDraft.Field(p.to(), p.label(), p.certainty(), p.filled(), p.samples()))
                .toList();
        List<Question> questions = outline.parts().questions().stream()
                .filter(q -> answers.of(q.id()).isEmpty())
                .sorted(Comparator.comparingDouble(Question::weight).reversed())
                .limit(MOST_QUESTIONS)
                .toList();
        return new LayoutDraft(
                tried.compiled().layout(),
                tried.yaml(),
                outline.labels(),
                outline.parts().known().orElse(null),
                fields,
                questions,
                tried.coverage(),
                tried.readings());
    }

    private record Tried(Layouts.Compiled compiled, String yaml, Coverage coverage, List<FileReading> readings) {}

    /** The layout without the fields that the loader refuses, and what it reads. */
    private Tried tried(LayoutOutline outline) {
        LayoutText text = outline.text();
        while (true) {
            try {
                Layouts.Compiled compiled = Layouts.compile(outline.id() + ".yml", text.text());
                return read(compiled, text.text());
            } catch (LayoutException e) {
                Set<Proposal> refused = new HashSet<>();
                for (String problem : e.problems()) {
                    Matcher m = LINE.matcher(problem);
                    Proposal at = m.matches() ? text.at(Integer.parseInt(m.group(1))) : null;
                    if (at != null) {
                        refused.add(at);
                    }
                }
                if (refused.isEmpty()) {
                    throw new DraftException(
                            "no layout can be drafted: " + String.join("; ", e.problems()), text.text());
                }
                refused.forEach(p -> leave(outline, p, "refused", e.problems().get(0)));
                text = outline.text();
            }
        }
    }

    private Tried read(Layouts.Compiled compiled, String yaml) {
        PageReader reader = (file, receiver, findings) -> pages.get(file).forEach(receiver);
        Extractor extractor = new Extractor(List.of(compiled.layout()), reader);
        Counting counting = new Counting(compiled);
        List<FileReading> readings = new ArrayList<>();
        pages.keySet().forEach(file -> {
            FileReading reading = extractor.read(file);
            counting.add(reading);
            readings.add(reading);
        });
        return new Tried(compiled, yaml, counting.coverage(), readings);
    }

    private static void leave(LayoutOutline outline, Proposal proposal, String why, String detail) {
        outline.parts().proposals().remove(proposal);
        boolean alone = proposal.words().size() == 1
                && outline.parts().proposals().stream().noneMatch(p -> p.words().containsAll(proposal.words()));
        if (alone) {
            // still a label, at which the cell left of it ends
            outline.ignored().addAll(proposal.words());
        }
        outline.parts()
                .ask(new Question(
                        "unread:" + proposal.label() + ":" + proposal.to(),
                        "「" + proposal.label() + "」（" + proposal.to() + "）は確かに読めないため外しました: " + detail,
                        "«" + proposal.label() + "» (" + proposal.to()
                                + ") is left out, because it cannot be read safely: " + detail,
                        "ignore",
                        List.of(),
                        proposal.samples(),
                        why.equals("refused") ? 0.9 : 0.6));
    }

    /** Changes what could not be read on many sheets. Returns true if anything was changed. */
    private boolean mended(LayoutOutline outline, List<FileReading> readings) {
        List<Sheet> sheets = readings.stream().flatMap(r -> r.sheets().stream()).toList();
        Map<Proposal, Map<Code, Integer>> unread = new LinkedHashMap<>();
        Map<Proposal, String> why = new HashMap<>();
        Map<String, Integer> untaken = new HashMap<>();
        for (Sheet sheet : sheets) {
            Map<Proposal, Set<Code>> own = new LinkedHashMap<>();
            for (Issue issue : sheet.issues()) {
                if (issue.code() == Code.UNASSIGNED_TEXT && issue.text() != null) {
                    untaken.merge(
                            YearWords.template(Printed.key(issue.text()), sheet.fiscalYear(), Era.REIWA),
                            1,
                            Integer::sum);
                }
                if (UNREAD.contains(issue.code()) && issue.severity() != Severity.INFO && issue.field() != null) {
                    for (Proposal p : outline.parts().proposals()) {
                        if (concerns(issue, p)) {
                            own.computeIfAbsent(p, k -> new HashSet<>()).add(issue.code());
                            why.putIfAbsent(p, issue.message());
                        }
                    }
                }
            }
            own.forEach((p, codes) -> codes.forEach(
                    c -> unread.computeIfAbsent(p, k -> new LinkedHashMap<>()).merge(c, 1, Integer::sum)));
        }
        boolean changed = false;
        for (Map.Entry<String, Integer> e : untaken.entrySet()) {
            if (outline.repeated(e.getKey()) && !e.getKey().contains("{")) {
                changed |= outline.ignored().add(e.getKey());
            }
        }
        if (changed) {
            return true; // what stood beside an unknown label may be read now
        }
        // A field may be unread only because of another one: the worst go first.
        int most = unread.values().stream().mapToInt(Drafting::sum).max().orElse(0);
        for (Map.Entry<Proposal, Map<Code, Integer>> e : unread.entrySet()) {
            if (sum(e.getValue()) >= 0.8 * most) {
                changed |= mended(outline, e.getKey(), e.getValue(), why.get(e.getKey()), sheets.size());
            }
        }
        return changed;
    }

    private static boolean mended(
            LayoutOutline outline, Proposal proposal, Map<Code, Integer> codes, String why, int sheets) {
        int missing = codes.getOrDefault(Code.LABEL_MISSING, 0);
        int others = codes.entrySet().stream()
                .filter(e -> e.getKey() != Code.LABEL_MISSING)
                .mapToInt(Map.Entry::getValue)
                .sum();
        boolean single = !proposal.field().containsKey("crossing")
                && !proposal.field().containsKey("rows")
                && !proposal.field().containsKey("marked")
                && !proposal.field().containsKey("under");
        boolean words =
                proposal.to().startsWith("attributes/") && !proposal.to().contains("{");
        boolean named = proposal.to().equals("name"); // without it there is no sheet
        if (!named && others > (single ? OFTEN : HALF) * sheets) {
            // any words can be read as a text
            if (!words || proposal.field().remove("type") == null) {
                leave(outline, proposal, "unread", why);
            }
            return true;
        }
        if (missing > 0 && single && missing <= (1 - FormWords.REPEATED) * sheets) {
            return proposal.field().put("optional", true) == null;
        }
        if (!named && missing > OFTEN * sheets) {
            leave(outline, proposal, "unread", why);
            return true;
        }
        return false;
    }

    private static int sum(Map<Code, Integer> codes) {
        return codes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** True if an issue is about a field; one that names many fields is about those whose label it quotes. */
    private static boolean concerns(Issue issue, Proposal proposal) {
        boolean wide = issue.field().glob().endsWith("*")
                && issue.field().glob().chars().filter(c -> c == '/').count() < 2;
        return concerns(issue.field(), proposal)
                && (!wide
                        || proposal.words().stream()
                                .anyMatch(w -> issue.message().contains("«" + w + "»")));
    }

    private static boolean concerns(FieldPath field, Proposal proposal) {
        String part = proposal.part() ? "parts/*/" : "";
        return !field.glob().equals("*") && proposal.globs().anyMatch(glob -> field.meets(new FieldPath(part + glob)));
    }
}
