package org.jigyo.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.RealSheets;
import org.jigyo.nation.LocalGovernment.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalGovernmentsTest {

    @Test
    void theListIsWholeAndItsCodesAreRight() {
        Collection<LocalGovernment> all = LocalGovernments.all();
        Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
        all.forEach(one -> kinds.merge(one.kind(), 1, Integer::sum));
        assertThat(kinds)
                .isEqualTo(new EnumMap<>(Map.of(
                        Kind.PREFECTURE, 47,
                        Kind.DESIGNATED_CITY, 20,
                        Kind.CITY, 772,
                        Kind.SPECIAL_WARD, 23,
                        Kind.TOWN, 743,
                        Kind.VILLAGE, 189)));
        assertThat(all).allSatisfy(one -> {
            assertThat(LocalGovernmentCode.exists(one.code())).isTrue();
            assertThat(LocalGovernments.of(one.prefecture())).isPresent();
            assertThat(one.reading()).matches("[ぁ-んァ-ヶー]+");
            assertThat(one.romaji()).matches("[A-Z][a-z]+(-[A-Z][a-z]+)?");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "082201,082201",
        "08220,082201",
        "8000020082201,082201",
        "つくば市,082201",
        "ツクバ,082201",
        "茨城県つくば市,082201",
        "つくばし,082201",
        "tsukuba,082201",
        "Tsukuba-shi,082201",
        "ＴＳＵＫＵＢＡ　ＣＩＴＹ,082201",
        "東京都府中市,132063",
        "北海道,010006",
        "osaka prefecture,270008",
        "川崎市,141305"
    })
    void oneIsFoundByWhatPeopleWrite(String text, String code) {
        assertThat(LocalGovernments.find(text))
                .extracting(LocalGovernment::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "府中市|府中市（東京都、132063）;府中市（広島県、342084）",
                "伊達市|伊達市（北海道、012335）;伊達市（福島県、072133）",
                "川崎|川崎町（宮城県、043249）;川崎市（神奈川県、141305）;川崎町（福岡県、406058）",
                "Fukushima|福島町（北海道、013323）;福島県（070009）;福島市（福島県、072010）",
                "標本市|"
            })
    void aNameThatSeveralShareHasCandidates(String text, String candidates) {
        assertThat(String.join(";", LocalGovernments.describe(LocalGovernments.find(text))))
                .isEqualTo(candidates == null ? "" : candidates);
    }

    @ParameterizedTest
    @CsvSource({"141011,141003", "141313,141305", "271021,271004", "131016,", "141003,", "141012,", "082201,"})
    void aWardLeadsToItsCity(String ward, String city) {
        assertThat(LocalGovernments.cityOfWard(ward).map(LocalGovernment::code).orElse(null))
                .isEqualTo(city);
    }

    /** The national government names the recipients of its payments by corporate number. */
    @Test
    void corporateNumbersAreThoseThatWereReallyPaid() throws IOException {
        TreeSet<String> others = new TreeSet<>();
        int rows = 0;
        try (Reader in = Files.newBufferedReader(
                        RealSheets.folder().resolve("national/rs-2024-to-local-governments.csv"));
                CSVParser payments = CSVParser.parse(
                        in, CSVFormat.DEFAULT.builder().setHeader().get())) {
            for (CSVRecord payment : payments) {
                String number = payment.get("法人番号");
                LocalGovernments.of(number.substring(7))
                        .ifPresentOrElse(
                                one -> assertThat(one.corporateNumber()).isEqualTo(number),
                                () -> others.add(payment.get("支出先名")));
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(2000);
        // unions of municipalities have numbers of the same kind
        assertThat(others).hasSizeLessThan(20).allMatch(name -> !name.endsWith("市") && !name.endsWith("県"));
    }
}
