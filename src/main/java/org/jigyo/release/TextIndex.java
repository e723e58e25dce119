package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * The Lucene index of a release over names, labels and narratives: once by words (Japanese morphology, which finds ＩＣＴ
 * for ICT, and does not find 教育 for 子育て) and once by character bigrams, which find parts of longer words.
 */
final class TextIndex {

    private static final String URI = "uri";
    private static final String WORDS = "words";
    private static final String PAIRS = "pairs";
    private static final Node PAIRS_PROPERTY = NodeFactory.createURI("https://w3id.org/jigyo/ns#textPairs");

    /** The searchable properties; the first is the default of text:query. */
    private static final List<String> PROPERTIES = List.of(
            "http://www.w3.org/2000/01/rdf-schema#label",
            "http://www.w3.org/2004/02/skos/core#prefLabel",
            "http://www.w3.org/2004/02/skos/core#altLabel",
            "http://purl.org/dc/terms/title",
            "https://w3id.org/jigyo/ns#nameAsPrinted",
            "https://w3id.org/jigyo/ns#text",
            "https://w3id.org/jigyo/ns#reason");

    private TextIndex() {}

    /** True if a change of this statement affects the index entry of its subject. */
    static boolean searched(Triple triple) {
        return PROPERTIES.contains(triple.getPredicate().getURI());
    }

    /**
     * Indexes the default graph.
     *
     * @param folder a folder that does not exist yet, or an existing index in which only the entries of the subjects
     * are out of date
     * @param subjects {@code Node.ANY} alone for everything
     */
    static void write(DatasetGraph dataset, Path folder, Iterable<Node> subjects) throws IOException {
        TextIndexLucene index = open(new NIOFSDirectory(folder));
        try {
            for (Node subject : subjects) {
                if (subject.isURI()) {
                    index.getIndexWriter().deleteDocuments(new Term(URI, subject.getURI()));
                }
            }
            Txn.executeRead(dataset, () -> subjects.forEach(subject -> add(index, dataset, subject)));
            // Merged into one segment without deleted entries: term frequencies, and so the order of results, are those
            // of a new index.
            index.getIndexWriter().forceMerge(1);
            index.commit();
        } finally {
            index.close();
        }
    }

    private static void add(TextIndexLucene index, DatasetGraph dataset, Node subject) {
        for (String property : PROPERTIES) {
            dataset.getDefaultGraph()
                    .find(subject, NodeFactory.createURI(property), Node.ANY)
                    .filterKeep(triple -> triple.getObject().isLiteral()
                            && triple.getSubject().isURI())
                    .forEach(triple -> {
                        String text = triple.getObject().getLiteralLexicalForm();
                        Entity entity = new Entity(triple.getSubject().getURI(), null);
                        entity.put(WORDS, text);
                        entity.put(PAIRS, text);
                        index.addEntity(entity);
                    });
        }
    }

    /** Opens a finished index for reading, without Lucene's lock, so that any number of processes can. */
    static TextIndexLucene read(Path folder) throws IOException {
        return open(FSDirectory.open(folder, NoLockFactory.INSTANCE));
    }

    private static TextIndexLucene open(Directory directory) {
        EntityDefinition definition = new EntityDefinition(URI, WORDS);
        for (String property : PROPERTIES) {
            definition.set(WORDS, NodeFactory.createURI(property));
        }
        definition.set(PAIRS, PAIRS_PROPERTY);
        definition.setAnalyzer(WORDS, new JapaneseAnalyzer());
        definition.setAnalyzer(PAIRS, new CJKAnalyzer());
        TextIndexConfig config = new TextIndexConfig(definition);
        return new TextIndexLucene(directory, config);
    }
}
