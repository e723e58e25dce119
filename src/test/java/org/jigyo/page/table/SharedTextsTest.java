package org.jigyo.page.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.util.XMLHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** The texts of a workbook are the same whether memory holds them or a file. */
class SharedTextsTest {

    private static final int MANY = 3000;

    private static SharedTexts read(int most) throws Exception {
        String many = IntStream.range(0, MANY)
                .mapToObj(i -> "<si><t>事業" + i + "の概要を、目的と手段に分けて記す</t></si>")
                .collect(Collectors.joining());
        String xml = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<si><r><t>道路</t></r><r><t>維持</t></r><rPh sb=\"0\" eb=\"2\"><t>ドウロ</t></rPh></si><si><t/></si>"
                + "<si><t>一行目_x000D_二行目</t></si>" + many + "</sst>";
        SharedTexts texts = new SharedTexts(most);
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setContentHandler(texts);
        reader.parse(new InputSource(new StringReader(xml)));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 20_000, Integer.MAX_VALUE})
    void areWhatTheWorkbookShows(int most) throws Exception {
        try (SharedTexts texts = read(most)) {
            assertThat(texts.text(0)).isEqualTo("道路維持");
            assertThat(texts.text(1)).isEmpty();
            assertThat(texts.text(2)).isEqualTo("一行目\r二行目");
            for (int i : new int[] {MANY - 1, 0, 1234, 1233, 1235}) {
                assertThat(texts.text(3 + i)).isEqualTo("事業" + i + "の概要を、目的と手段に分けて記す");
            }
            assertThatThrownBy(() -> texts.text(3 + MANY)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> texts.text(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
