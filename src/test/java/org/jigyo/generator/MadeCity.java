package org.jigyo.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The projects of a made-up city over several years: some are renamed, renumbered, moved, misprinted, begun late or ended. */
final class MadeCity {

    private static final List<String> PLACES = List.of(
            "朝日", "本町", "駅前", "港", "山手", "川西", "東台", "中央", "緑台", "泉", "桜木", "若葉", "旭", "栄", "新田", "大橋", "北野", "南原",
            "松原", "平和", "白鳥", "高砂", "日吉", "八幡");
    private static final List<String> THINGS = List.of(
            "道路", "公園", "保育所", "図書館", "消防団", "水路", "農道", "体育館", "学童保育", "観光案内所", "市営住宅", "歩道橋", "雨水管", "墓地", "給食施設",
            "文化財", "駐輪場", "防災無線", "子育て支援", "健康診査", "介護予防", "敬老行事", "商店街", "姉妹都市交流");
    private static final List<String> DEEDS = List.of("管理事業", "整備事業", "支援事業", "点検事業", "改修事業", "運営事業", "普及事業");
    private static final List<String> DEPARTMENTS =
            List.of("都市整備課", "生涯学習課", "福祉総務課", "商工観光課", "財政課", "環境政策課", "健康推進課", "子育て支援課", "危機管理課", "道路管理課");

    private final Random random;

    MadeCity(long seed) {
        this.random = new Random(seed);
    }

    /**
     * The sheets of so many projects, by project and year.
     *
     * @param first the first of the years
     */
    List<MadeProject> projects(int projects, int first, int years) {
        List<MadeProject> all = new ArrayList<>();
        List<String> names = names(projects);
        for (int p = 0; p < projects; p++) {
            String name = names.get(p);
            int number = 1 + p;
            String department = any(DEPARTMENTS);
            int factor = 1 + random.nextInt(9);
            int begun = first + (chance(10) ? random.nextInt(years) : 0);
            int ended = first + years - (chance(10) ? 1 + random.nextInt(years) : 0);
            for (int year = begun; year < Math.max(begun + 1, ended); year++) {
                if (year > begun) {
                    name = chance(4) ? name.replaceFirst("事業$", "推進事業") : name;
                    number = chance(2) ? 1 + projects + random.nextInt(projects) : number;
                    department = chance(4) ? any(DEPARTMENTS) : department;
                    factor = chance(70) ? 1 + random.nextInt(9) : factor;
                }
                all.add(new MadeProject(
                        "p" + p, year, chance(2) ? misprinted(name) : name, number, department, factor));
            }
        }
        return all;
    }

    /** Different names; the districts are numbered when there are no others left. */
    private List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int district = i / (PLACES.size() * THINGS.size());
            String place = PLACES.get(i % PLACES.size()) + (district == 0 ? "" : "第" + (district + 1));
            names.add(place + "地区" + THINGS.get(i / PLACES.size() % THINGS.size()) + any(DEEDS));
        }
        return names;
    }

    /** The name without one of its letters. */
    private String misprinted(String name) {
        return new StringBuilder(name)
                .deleteCharAt(random.nextInt(name.length()))
                .toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
