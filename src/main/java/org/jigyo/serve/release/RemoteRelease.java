package org.jigyo.serve.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jigyo.EnvironmentException;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.release.Served;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.serve.remote.RemoteDataset;
import org.jigyo.serve.remote.SparqlService;

/**
 * The one release that was loaded into another server. Its dumps, drawings and text index are read from the data folder, where they are.
 *
 * @param wholeQueries whether queries are sent whole wherever possible
 * @param releases of the data folder, which may be empty
 */
public record RemoteRelease(SparqlService service, boolean wholeQueries, Releases releases) implements ReleaseSource {

    /** Seconds that the server may take to say which release it holds, for example just after its own start. */
    private static final double WAIT = 60;

    @Override
    public Optional<Release> current() {
        try {
            return served().map(Served::release);
        } catch (Problem problem) {
            throw new EnvironmentException(problem.getMessage(), problem);
        }
    }

    private Optional<Served> served() {
        Query query =
                QueryFactory.create("SELECT ?description ?prefixes WHERE { GRAPH <" + Served.RELEASE + "> { ?release "
                        + NodeFmtLib.strNT(Served.DESCRIPTION) + " ?description ; " + NodeFmtLib.strNT(Served.PREFIXES)
                        + " ?prefixes } }");
        List<Binding> rows = service.rows(query, Algebra.compile(query), new TimeLimit(WAIT));
        if (rows.size() > 1) {
            throw new EnvironmentException("the server " + service.address()
                    + " holds more than one release; load one release into an empty database");
        }
        return rows.stream()
                .map(row -> Served.of(text(row, "description"), text(row, "prefixes"), releases))
                .findFirst();
    }

    private static String text(Binding row, String name) {
        Node value = row.get(name);
        return value.isLiteral() ? value.getLiteralLexicalForm() : "";
    }

    @Override
    public Optional<Release> kept(String id) {
        return Optional.empty();
    }

    @Override
    public EnvironmentException nothing() {
        return new EnvironmentException("the server " + service.address()
                + " holds no whole release; load one with «jigyo load», the file release.nq last");
    }

    @Override
    public Opened open(Release release) {
        Served served = served().filter(there -> there.release().id().equals(release.id()))
                .orElseThrow(this::nothing);
        TextIndex text = OpenRelease.textOf(release);
        boolean own = releases.find(release.id()).map(OpenRelease::isOwn).orElse(true);
        return new Opened(
                release,
                new RemoteDataset(service, wholeQueries, served, text),
                text,
                own,
                new Withdrawn(Map.of()),
                () -> Optional.ofNullable(text).ifPresent(TextIndex::close));
    }

    @Override
    public Optional<Opened> faster(Opened opened) {
        return Optional.empty();
    }
}
