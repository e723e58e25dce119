package org.jigyo.extract.grid;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/** Files read with a grid layout, for tests. */
final class GridSheets {

    private GridSheets() {}

    static Layout layout(String id) {
        return Layouts.bundled().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The sheets of a file or folder; a finding of another kind than these is a failure. */
    static List<Extraction> of(Layout layout, Path path, Finding.Code... expected) {
        List<Extraction> sheets = new ArrayList<>();
        Consumer<Finding> findings = f -> {
            if (!List.of(expected).contains(f.code())) {
                throw new AssertionError(f.toString());
            }
        };
        for (SourceFile file : SourceFiles.of(List.of(path), findings)) {
            sheets.addAll(GridEngine.read(layout, file.name(), pages(file, findings)));
        }
        return sheets;
    }

    /** The pages of a file. */
    static List<Page> pages(SourceFile file, Consumer<Finding> findings) {
        List<Page> pages = new ArrayList<>();
        Formats.reader(Limits.DEFAULT).read(file, pages::add, findings);
        return pages;
    }

    /** The facts by path as text. */
    static Map<String, String> facts(Extraction read) {
        Map<String, String> facts = new TreeMap<>();
        read.facts().forEach((path, value) -> facts.put(path, value.toString()));
        return facts;
    }

    /** The facts as the record states them: what belongs to a slot without a name is none. */
    static Map<String, Object> recorded(Extraction read) {
        return sorted(Facts.of(Facts.assemble(read.facts(), read.estimates())));
    }

    /** Facts without what the layout adds, keyed and with texts as they are compared. */
    static Map<String, Object> sorted(Map<String, Object> facts) {
        Map<String, Object> sorted = new TreeMap<>();
        facts.forEach((path, value) -> sorted.put(Printed.key(path), plain(value)));
        sorted.remove("city");
        sorted.remove("serial");
        return sorted;
    }

    private static Object plain(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        return value instanceof String text ? Printed.key(text) : value.toString();
    }

    static Map<String, Object> gold(Sheet sheet) {
        return sorted(Facts.of(sheet));
    }
}
