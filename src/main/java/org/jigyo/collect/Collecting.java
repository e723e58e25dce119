package org.jigyo.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jigyo.EnvironmentException;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFile.Kind;
import org.jigyo.source.SourceFiles;

/** Fetches what pages link to. A document that fails does not stop the others. */
public final class Collecting {

    /** The largest page; what follows is not looked at. */
    private static final int PAGE = 10_000_000;

    private static final Set<Integer> NO_LONGER = Set.of(404, 410);

    private final Order order;
    private final Clock clock;
    private final CollectedFolder folder;
    private final PoliteClient client;
    private final Consumer<Outcome> told;
    private final Set<URI> seen = new HashSet<>();

    private Collecting(Order order, Clock clock, Consumer<Outcome> told) {
        this.order = order;
        this.clock = clock;
        this.folder = new CollectedFolder(order.folder());
        this.client = new PoliteClient(order);
        this.told = told;
    }

    /**
     * Fetches what an order asks for, and writes the list of where it is from.
     *
     * @param told receives what became of each address, at once
     * @return all of that
     * @throws EnvironmentException if the folder cannot be read or written
     */
    public static List<Outcome> collect(Order order, Clock clock, Consumer<Outcome> told) {
        List<Outcome> all = new ArrayList<>();
        Collecting collecting = new Collecting(order, clock, outcome -> {
            all.add(outcome);
            told.accept(outcome);
        });
        order.starts().forEach(collecting::start);
        collecting.list();
        return all;
    }

    private void start(URI given) {
        URI address = LinkedDocuments.plain(given);
        if (LinkedDocuments.document(address)) {
            document(address, null);
            return;
        }
        try {
            PoliteClient.Answer answer = client.get(address, Map.of());
            Set<URI> linked;
            try (InputStream body = answer.body()) {
                if (answer.status() != 200) {
                    throw new IOException(PoliteClient.refusal(answer));
                }
                linked = answer.page()
                        ? LinkedDocuments.of(new ByteArrayInputStream(body.readNBytes(PAGE)), answer.address())
                        : null;
            }
            if (linked == null) {
                document(address, null);
            } else {
                follow(linked, address);
            }
        } catch (PoliteClient.Forbidden e) {
            tell(Outcome.Kind.FORBIDDEN, address, null, e.getMessage());
        } catch (IOException e) {
            tell(Outcome.Kind.FAILED, address, null, reason(e));
        }
    }

    private void follow(Set<URI> documents, URI page) {
        if (documents.isEmpty()) {
            String why = "the page links to no document (" + Kind.named() + "); give the page that lists them";
            tell(Outcome.Kind.FAILED, page, null, why);
        }
        documents.forEach(document -> document(document, page));
    }

    /** Fetches a document once, and only if it is not there or changed. */
    private void document(URI address, URI page) {
        if (!seen.add(address)) {
            return;
        }
        try {
            Entry known = folder.known(address.toASCIIString());
            if (order.dryRun()) {
                client.check(address);
                boolean there = known != null && known.file() != null;
                tell(Outcome.Kind.FOUND, address, there ? known.file() : null, there ? "is here already" : null);
            } else {
                fetch(address, page == null ? null : page.toASCIIString(), known);
            }
        } catch (PoliteClient.Forbidden e) {
            tell(Outcome.Kind.FORBIDDEN, address, null, e.getMessage());
        } catch (IOException e) {
            tell(Outcome.Kind.FAILED, address, null, reason(e));
        }
    }

    private void fetch(URI address, String page, Entry known) throws IOException {
        Path part = folder.part(address.toASCIIString());
        PoliteClient.Answer answer = client.get(address, known == null ? Map.of() : known.conditions(part));
        try (InputStream body = answer.body()) {
            switch (answer.status()) {
                case 304 -> unchanged(known, known);
                case 200, 206 -> {
                    Entry begun = Entry.begun(
                            address.toASCIIString(), page, answer.header("ETag"), answer.header("Last-Modified"));
                    boolean whole = known != null && known.file() != null;
                    if (!whole && begun.validator() != null) {
                        folder.put(begun);
                    }
                    folder.store(body, part, answer.status() == 206, order.most());
                    take(address, begun, known, part);
                }
                default -> {
                    if (answer.status() == 416) {
                        // what is stored is the beginning of another version; the next run starts over
                        Files.deleteIfExists(part);
                    }
                    boolean gone = NO_LONGER.contains(answer.status());
                    String copy = known == null || known.file() == null
                            ? ""
                            : "; the copy of " + known.retrieved() + " stays";
                    tell(
                            gone ? Outcome.Kind.GONE : Outcome.Kind.FAILED,
                            address,
                            known == null ? null : known.file(),
                            PoliteClient.refusal(answer) + copy);
                }
            }
        }
    }

    /** Puts a complete document in its place, if it is one. */
    private void take(URI address, Entry begun, Entry known, Path part) throws IOException {
        SourceFile file = SourceFiles.file(part, address.toASCIIString(), finding -> {});
        if (file == null) {
            throw new IOException("what the server sent cannot be read again");
        }
        String other = switch (file.kind()) {
            case HTML -> "an HTML page";
            case EMPTY -> "empty";
            case BINARY -> "of no kind that Jigyo reads";
            default -> null;
        };
        if (other != null) {
            Files.delete(part);
            throw new IOException("what the server sends is no document: it is " + other);
        }
        if (known != null && known.file() != null) {
            again(begun, known, part, file.sha256());
            return;
        }
        String name = folder.name(address, file.kind());
        move(part, folder.resolve(name));
        folder.put(new Entry(
                begun.address(), begun.page(), name, file.sha256(), begun.etag(), begun.modified(), now(), null));
        tell(Outcome.Kind.ADDED, address, name, null);
    }

    private void again(Entry now, Entry known, Path part, String sha256) throws IOException {
        if (sha256.equals(known.sha256())) {
            Files.delete(part);
            unchanged(known, now);
            return;
        }
        Path candidate = folder.candidate(known.file(), now().substring(0, 10));
        move(part, candidate);
        folder.put(known.sent(sha256, now, candidate.toString()));
        tell(Outcome.Kind.CHANGED, URI.create(known.address()), known.file(), waiting(candidate));
    }

    private static String waiting(Path candidate) {
        return "a changed content is in " + candidate
                + ": publish it if it is a new edition, or put it in the place of the old file if it corrects that";
    }

    private void unchanged(Entry known, Entry now) throws IOException {
        Path candidate = known.candidate() == null ? null : Path.of(known.candidate());
        boolean waits = candidate != null && Files.exists(candidate);
        folder.put(known.sent(known.sha256(), now, waits ? known.candidate() : null));
        tell(
                waits ? Outcome.Kind.CHANGED : Outcome.Kind.UNCHANGED,
                URI.create(known.address()),
                known.file(),
                waits ? waiting(candidate) : null);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private String now() {
        return OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** Writes the list of all documents of the folder. */
    private void list() {
        if (order.dryRun() || !Files.exists(order.folder())) {
            return;
        }
        try {
            folder.compact();
            OriginList list = new OriginList(order.folder());
            for (Entry entry : folder.entries()) {
                if (entry.file() != null) {
                    list.put(entry, order.publisher(), order.licence());
                }
            }
            list.write();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot write the list in " + order.folder() + ": " + EnvironmentException.reason(e), e);
        }
    }

    private void tell(Outcome.Kind kind, URI address, String file, String message) {
        told.accept(new Outcome(kind, address.toASCIIString(), file, message));
    }

    private String reason(IOException e) {
        if (e instanceof java.net.http.HttpTimeoutException || "closed".equals(e.getMessage())) {
            return "it takes longer than " + order.patience().toSeconds() + " s; --patience raises the limit";
        }
        String reason = EnvironmentException.reason(e);
        return reason == null ? "no connection to the server" : reason;
    }
}
