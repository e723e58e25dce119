package org.jigyo.nation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * All local governments, found by code, name or reading. They are those of {@code reference/municipalities.tsv}; source
 * and date are in {@code municipalities.yml} beside it.
 */
public final class LocalGovernments {

    private static final Pattern KATAKANA = Pattern.compile("[ァ-ヶ]");
    private static final Pattern BETWEEN = Pattern.compile("[\\s'’-]+");

    /** The endings of names as they are read or spelt; the first of a kind is the usual one. */
    private static final Map<Character, List<String>> ENDINGS = Map.of(
            '都', List.of("と", "to", "metropolis", "prefecture"),
            '道', List.of("prefecture"),
            '府', List.of("ふ", "fu", "prefecture"),
            '県', List.of("けん", "ken", "prefecture"),
            '市', List.of("し", "shi", "city"),
            '区', List.of("く", "ku", "city", "ward"),
            '町', List.of("ちょう", "まち", "cho", "machi", "town"),
            '村', List.of("むら", "そん", "mura", "son", "village"));

    private static final LocalGovernments ALL = load();

    private final NavigableMap<String, LocalGovernment> byCode = new TreeMap<>();
    private final Map<String, Set<LocalGovernment>> byKey = new LinkedHashMap<>();

    private LocalGovernments() {}

    private static LocalGovernments load() {
        LocalGovernments all = new LocalGovernments();
        Shipped.rows("municipalities.tsv")
                .map(cells -> new LocalGovernment(cells[0], cells[1], cells[2], cells[3]))
                .forEach(government -> all.byCode.put(government.code(), government));
        all.byCode.values().forEach(all::index);
        return all;
    }

    private void index(LocalGovernment one) {
        String name = one.name();
        String bare = name.substring(0, name.length() - 1);
        String prefecture = byCode.get(one.prefecture()).name();
        Set<String> keys = new LinkedHashSet<>(
                List.of(one.code(), one.areaCode(), one.corporateNumber(), name, bare, prefecture + name));
        keys.add(one.reading());
        keys.add(one.romaji());
        for (String ending : ENDINGS.getOrDefault(name.charAt(name.length() - 1), List.of())) {
            keys.add(one.romaji() + ending);
            if (one.reading().endsWith(ending)) {
                keys.add(one.reading().substring(0, one.reading().length() - ending.length()));
            }
        }
        keys.forEach(key ->
                byKey.computeIfAbsent(normal(key), k -> new LinkedHashSet<>()).add(one));
    }

    /** One spelling of what people write: full-width or not, any case, katakana or hiragana, with or without hyphens. */
    private static String normal(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String hiragana = KATAKANA.matcher(narrow)
                .replaceAll(kana -> String.valueOf((char) (kana.group().charAt(0) - 'ァ' + 'ぁ')));
        return BETWEEN.matcher(hiragana).replaceAll("");
    }

    /** All of them, in the order of their codes. */
    public static Collection<LocalGovernment> all() {
        return Collections.unmodifiableCollection(ALL.byCode.values());
    }

    /** The local government with a code of six digits. */
    public static Optional<LocalGovernment> of(String code) {
        return Optional.ofNullable(ALL.byCode.get(code));
    }

    /**
     * Those that a text may mean.
     *
     * @param text a code of six or five digits, a corporate number, or a name in Japanese, kana or Latin letters, with or
     * without its ending (市, shi, city) or its prefecture before it
     * @return in the order of their codes; several if they share the name, empty if there is none
     */
    public static List<LocalGovernment> find(String text) {
        return new ArrayList<>(ALL.byKey.getOrDefault(normal(text), Set.of()));
    }

    /**
     * The designated city of a ward that is no local government (行政区), by the order of the codes: 141011 follows
     * 141003 横浜市 and precedes 141305 川崎市.
     *
     * @param code six digits
     */
    public static Optional<LocalGovernment> cityOfWard(String code) {
        if (!LocalGovernmentCode.exists(code) || ALL.byCode.containsKey(code)) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALL.byCode.floorEntry(code))
                .map(Map.Entry::getValue)
                .filter(city -> city.kind() == LocalGovernment.Kind.DESIGNATED_CITY
                        && city.code().substring(0, 3).equals(code.substring(0, 3)));
    }

    /** The names of some, each with its prefecture and code, for messages: 府中市（東京都、132063）. */
    public static List<String> describe(List<LocalGovernment> some) {
        return some.stream()
                .map(one -> one.name() + "（"
                        + (one.kind() == LocalGovernment.Kind.PREFECTURE
                                ? ""
                                : ALL.byCode.get(one.prefecture()).name() + "、")
                        + one.code() + "）")
                .toList();
    }
}
