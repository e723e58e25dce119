package org.jigyo.serve.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jigyo.release.Changes;
import org.jigyo.release.Release;
import org.jigyo.serve.pages.DisplayNames;
import org.jigyo.serve.pages.Links;
import org.jigyo.serve.pages.TablePage;
import org.jigyo.serve.pages.ThingPage;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.release.Thing;
import org.jigyo.serve.table.Table;
import org.jigyo.serve.table.TableCell;

/** The first of the statements that one release changed, as a page; the change sets contain all of them. */
final class ChangeRows {

    private final DatasetGraph current;
    private final Links links;
    private final DisplayNames labels;
    private final boolean japanese;
    private final List<List<TableCell>> rows = new ArrayList<>();

    private ChangeRows(CurrentRelease.Loan loan, String language) {
        this.current = loan.dataset();
        this.links = new Links(loan.release().base());
        this.labels = new DisplayNames(current.getDefaultGraph(), language);
        this.japanese = language.equals("ja");
    }

    /**
     * Creates the page; must be called within a transaction.
     *
     * @param release a release with change sets
     * @param entry the extent of its changes
     * @param loan the current release, to which the links lead
     */
    static TablePage of(Release release, ChangeEntry entry, CurrentRelease.Loan loan, String language) {
        ChangeRows made = new ChangeRows(loan, language);
        Changes.forEach(release, made::take);
        return made.page(release, entry);
    }

    private void take(Changes.Change change) {
        if (rows.size() < TablePage.SHOWN) {
            Triple triple = change.statement();
            rows.add(List.of(
                    TableCell.text(change.added() ? say("追加", "added") : say("削除", "removed"), null, null),
                    value(triple.getSubject()),
                    value(triple.getPredicate()),
                    value(triple.getObject())));
        }
    }

    /** A thing that is no longer in the current release has no document there, and so no link. */
    private TableCell value(Node node) {
        String href = node.isURI() ? links.href(node.getURI()) : null;
        boolean gone = href != null && href.startsWith("/") && !Thing.known(node, current);
        ThingPage.Value value = labels.value(node, gone ? null : href);
        return TableCell.text(value.text(), value.href(), value.language());
    }

    private TablePage page(Release release, ChangeEntry entry) {
        return new TablePage(
                say("変更", "Changes"),
                release.published().toString(),
                labels.language(),
                "/changes/" + release.id(),
                List.of(),
                Table.of(
                        List.of(say("変更", "Change"), say("対象", "Thing"), say("プロパティ", "Property"), say("値", "Value")),
                        rows,
                        (int) (entry.added() + entry.removed())),
                List.of(),
                null,
                Map.of(),
                Map.of(),
                Map.of("Turtle", "/changes/" + release.id() + ".ttl"),
                Map.of(),
                "",
                "",
                release.id());
    }

    private String say(String ja, String en) {
        return japanese ? ja : en;
    }
}
