package org.jigyo.registry;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Place;
import org.jigyo.sheet.Body;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.PrintedIndicator;
import org.jigyo.sheet.Sheet;

/**
 * The part of a sheet that the registry needs, so that a city's sheets need not be in memory together. Texts are
 * normalised as the registry file stores them ({@link Tables#cell}), so that a text compares equal before and after it
 * was stored.
 *
 * @param city local government code
 * @param fiscalYear evaluated fiscal year
 * @param form id of the form; empty if no layout names one
 * @param number project number as printed, may be empty
 * @param name project name as printed, may be empty
 * @param file source file as the user gave it; empty if unknown
 * @param sha256 checksum of the source file; empty if unknown
 * @param page first page of the sheet in its file; 0 if unknown
 * @param accounts codes of the budget accounts
 * @param department as printed, or null
 * @param section as printed, or null
 * @param indicators its indicators
 * @param words printed words that get a number ({@link Registry#code})
 * @param parts its parts (細事業), each in the form of a sheet of its own
 * @param digest SHA-256 over facts and form; equal for sheets with the same content
 */
public record Appearance(
        String city,
        int fiscalYear,
        String form,
        String number,
        String name,
        String file,
        String sha256,
        int page,
        List<String> accounts,
        String department,
        String section,
        List<Indicator> indicators,
        List<Word> words,
        List<Appearance> parts,
        String digest) {

    /** The list of account names (会計) that are printed as words instead of codes. */
    public static final String ACCOUNT = "account";

    /**
     * A named indicator.
     *
     * @param slot 1-based position on the form
     * @param unit as printed, empty when none is
     * @param years those with a value other than 0
     */
    public record Indicator(int slot, String name, String unit, Set<Integer> years) {

        static Indicator of(PrintedIndicator indicator) {
            Set<Integer> years = indicator.values().stream()
                    .filter(v -> !(v.value() instanceof BigDecimal number) || number.signum() != 0)
                    .map(PrintedIndicator.Value::year)
                    .collect(Collectors.toUnmodifiableSet());
            return new Indicator(indicator.slot(), Tables.cell(indicator.name()), Tables.cell(indicator.unit()), years);
        }

        Project.Named named() {
            return new Project.Named(name, unit);
        }

        /** Whether a known name and unit are these, as far as they are known. */
        boolean covers(Project.Named known) {
            boolean open = unit.isEmpty() || known.unit().isEmpty();
            return known.name().equals(name) && (open || known.plainUnit().equals(Names.unit(unit)));
        }
    }

    /**
     * A printed value that is a word instead of a code.
     *
     * @param list {@code direction}, {@link #ACCOUNT}, or the criterion of a rating
     */
    public record Word(String list, String value) {}

    /**
     * The registry's view of a sheet.
     *
     * @param accountKeys the attributes that are levels of the budget account
     */
    public static Appearance of(Sheet sheet, Collection<String> accountKeys) {
        Sheet.Source source = sheet.source();
        String form = sheet.context() == null ? "" : Tables.cell(sheet.context().form());
        return new Appearance(
                sheet.city(),
                sheet.fiscalYear(),
                form,
                Tables.cell(sheet.number()),
                Tables.cell(sheet.name()),
                source == null ? "" : Objects.requireNonNullElse(source.file(), ""),
                source == null ? "" : Objects.requireNonNullElse(source.sha256(), ""),
                source == null || source.pages() == null || source.pages().isEmpty()
                        ? 0
                        : source.pages().get(0),
                sheet.placement().budgetAccounts().stream()
                        .map(Sheet.BudgetAccount::code)
                        .map(Tables::cell)
                        .toList(),
                sheet.head().department(),
                sheet.head().section(),
                sheet.body().indicators().stream().map(Indicator::of).toList(),
                words(sheet, accountKeys),
                sheet.parts().stream()
                        .map(part -> of(sheet.of(part), List.of()))
                        .toList(),
                sha256(Facts.of(sheet) + form));
    }

    /**
     * The code of a printed value (A, 3; II for Ⅱ), or null if it is a word, which gets a number instead. Values such
     * as n1 count as words, because they denote such numbers.
     */
    public static String code(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
        return plain.matches("(?!n[0-9]+$)[0-9A-Za-z-]+") ? plain : null;
    }

    private static List<Word> words(Sheet sheet, Collection<String> accountKeys) {
        Stream<Word> accounts = accountKeys.stream()
                .map(key -> sheet.body().attributes().get(key))
                .filter(value -> value instanceof String text && code(text) == null)
                .map(value -> new Word(ACCOUNT, value.toString()));
        return Stream.concat(Body.of(sheet).flatMap(Appearance::words), accounts)
                .distinct()
                .toList();
    }

    private static Stream<Word> words(Body body) {
        Stream<Word> direction = body.direction() == null
                ? Stream.empty()
                : Stream.of(new Word("direction", body.direction().value()));
        Stream<Word> ratings = body.ratings().stream()
                .filter(r -> r.value() != null && code(r.value()) == null)
                .map(r -> new Word(r.criterion(), r.value()));
        return Stream.concat(direction, ratings).filter(word -> word.value() != null);
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of the source file without folders. It identifies a file when a new version replaces it. */
    public String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The sheet's place, for findings. */
    Place place() {
        return new Place(file.isEmpty() ? null : file, 0, 0, number + " " + name, null);
    }
}
