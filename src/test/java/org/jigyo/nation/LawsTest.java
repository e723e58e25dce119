package org.jigyo.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "国家戦略特別区域法、未来投資戦略、スーパーシティ基本方針|425AC0000000107",
                "産業競争力強化法|425AC0000000098",
                "図書館法第３条及び児童福祉法（第6条の3第2項）|325AC0000000118 第3条;322AC0000000164 第6条の3第2項",
                "「図書館法」に基づく|325AC0000000118",
                "児童福祉法施行令|323CO0000000074",
                "図書館法施行規則|",
                "新図書館法|",
                "図書館法案|",
                "標本市図書館法要綱|",
                "つくば市情報セキュリティポリシー|"
            })
    void aLawIsFoundWhereItIsNamedExactly(String text, String found) {
        String cited = Laws.cited(text).stream()
                .map(one -> (one.law().id() + " " + one.article()).strip())
                .collect(Collectors.joining(";"));
        assertThat(cited).isEqualTo(found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource({"図書館法,law", "輸入貿易管理令,cabinet-order", "学校教育法施行規則,ministerial-ordinance"})
    void lawsOrdersAndOrdinancesAreToldApart(String name, String kind) {
        assertThat(Laws.cited(name))
                .singleElement()
                .satisfies(one -> assertThat(one.law().kind()).isEqualTo(kind));
    }
}
