package org.jigyo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up projects of a made-up city over three years: renamed, renumbered, moved, ended, begun, reprinted. */
final class GeneratedCity {

    static final String CITY = "082201";

    private static final String NOUNS = "道路公園学校保育福祉介護健康消防防災環境農業商工観光文化図書水道下水住宅交通統計情報税務戸籍選挙議会広報人事財政契約河川橋梁緑地";
    private static final String[] ENDS = {"事業", "事務", "推進事業", "の推進", "支援事業", "管理運営事業", "整備", "整備事業", "対策"};
    private static final String[] ODD = {"", "-", "・", "庶務", "abab", "baba", "ababa", "公", "ＩＣＴの推進", "ICTの推進", "一\n二\t三"
    };

    private final Random random;
    private final int words;
    private final boolean odd;

    /**
     * @param odd whether names, numbers and departments are sometimes empty, unusual or similar
     */
    GeneratedCity(long seed, int projects, boolean odd) {
        this.random = new Random(seed);
        this.words = projects;
        this.odd = odd;
    }

    /** The sheets of all years, by year and project. */
    List<Appearance> sheets(int projects) {
        List<Appearance> sheets = new ArrayList<>();
        for (int p = 0; p < projects; p++) {
            String number = odd && chance(20) ? pick("", "088", "8", "B-2") : String.valueOf(1000 + p);
            String name = name();
            String department = department(p, projects);
            String account = odd && chance(40) ? "01-0" + random.nextInt(4) : "01-" + p;
            String indicator = "標本の件数" + random.nextInt(5);
            for (int year = 2021; year < 2024; year++) {
                number = chance(10) ? "9" + number : number;
                name = chance(10) ? renamed(name) : name;
                department = chance(5) ? department(random.nextInt(projects), projects) : department;
                indicator = chance(10) ? indicator + "の数" : indicator;
                if (!chance(10)) {
                    sheets.add(sheet(year, number, name, department, chance(10) ? "" : account, indicator));
                }
                if (odd && chance(3)) {
                    sheets.add(sheet(year, number, name, department, "01-9", indicator));
                }
            }
        }
        return sheets;
    }

    private Appearance sheet(
            int year, String number, String name, String department, String account, String indicator) {
        String file = year + "/" + (odd ? "f" + random.nextInt(words / 4 + 1) : year) + ".pdf";
        return new Appearance(
                CITY,
                year,
                odd && chance(5) ? "" : "form-" + year,
                Tables.cell(number),
                Tables.cell(name),
                file,
                Integer.toHexString(file.hashCode()),
                0,
                account.isEmpty() ? List.of() : List.of(account),
                department,
                null,
                List.of(new Appearance.Indicator(1, indicator, "件", java.util.Set.of(year))),
                List.of(new Appearance.Word("direction", pick("拡充", "維持", "縮小"))),
                List.of(),
                Long.toHexString(random.nextLong()));
    }

    private String department(int project, int projects) {
        if (odd && chance(10)) {
            return pick("", "-", "総務部/総務課", "総務部　");
        }
        int division = project * Math.max(1, projects / 12) / Math.max(1, projects);
        return "第" + division / 10 + "部" + division + "課";
    }

    private String name() {
        if (odd && chance(15)) {
            return pick(ODD);
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            int at = random.nextInt(NOUNS.length() / 2) * 2;
            name.append(NOUNS, at, at + 2);
        }
        // A different place for every few projects, so that a larger city has more of them.
        name.append((char) ('一' + random.nextInt(words)));
        return name + (odd && chance(20) ? "第" + random.nextInt(3) + "期" : "") + pick(ENDS);
    }

    private String renamed(String name) {
        return name.length() < 3 ? name() : name.substring(0, name.length() - 2) + pick(ENDS);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }
}
