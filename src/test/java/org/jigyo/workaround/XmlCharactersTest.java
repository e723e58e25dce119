package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

class XmlCharactersTest {

    private static boolean refused(int c) {
        return XmlCharacters.refusedIn(NodeFactory.createLiteralString("a" + Character.toString(c)))
                .isPresent();
    }

    @Test
    void refusesWhatAParserRefuses() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        int[] some = IntStream.concat(IntStream.range(0, 0x30), IntStream.of(0x3042, 0xFFFD, 0xFFFE, 0xFFFF, 0x20BB7))
                .toArray();
        for (int c : some) {
            boolean parsed;
            try {
                parser.parse(new ByteArrayInputStream(("<a>&#" + c + ";</a>").getBytes(StandardCharsets.UTF_8)));
                parsed = true;
            } catch (SAXException e) {
                parsed = false;
            }
            assertThat(refused(c)).as("U+%04X", c).isEqualTo(!parsed);
        }
    }

    @Test
    void jenaStillWritesThem() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryExec execution = QueryExec.dataset(DatasetGraphFactory.empty())
                .query("SELECT ?x { BIND('\\u0007' AS ?x) }")
                .build()) {
            RowSetWriterRegistry.getFactory(ResultSetLang.RS_XML)
                    .create(ResultSetLang.RS_XML)
                    .write(out, execution.select(), Context.emptyContext());
        }
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(null);
        assertThatThrownBy(() -> parser.parse(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(SAXException.class);
    }
}
