package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jigyo.release.Release;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.release.CurrentRelease;

/**
 * What identifies a page: its title, its address, and the release whose figures it shows; and how to cite it with these.
 *
 * @param title of the page
 * @param site address of this server as seen by the client
 * @param path path of the page, with the parameters that decide what it shows
 * @param release id of the release
 * @param published when it was built, UTC
 * @param outdated whether another version of the program published the release
 * @param replaced whether a newer release is served to those who do not name one
 * @param language ja or en
 */
public record Citation(
        String title,
        String site,
        String path,
        String release,
        ZonedDateTime published,
        boolean outdated,
        boolean replaced,
        String language)
        implements InLanguage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Cites a page.
     *
     * @param site address of this server as seen by the client
     * @param path path of the page, with the parameters that decide what it shows
     */
    static Citation of(String title, String site, String path, CurrentRelease.Loan loan, String language) {
        Release release = loan.release();
        return new Citation(
                title,
                site,
                path,
                release.id(),
                release.published().atZone(ZoneOffset.UTC),
                loan.outdated(),
                loan.replaced(),
                language);
    }

    /** The absolute address, with the release, so that a reader who follows it later sees the same figures, or learns that they may have changed. */
    public String address() {
        return site + path + (path.contains("?") ? "&" : "?") + "release=" + release;
    }

    /** A key for entries of bibliographies, another one for each page. */
    private String key() {
        return "jigyo-" + release + path.replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("-$", "");
    }

    /** As a sentence. */
    public String text() {
        return say(
                "「" + title + "」Jigyo 事業、リリース " + release + "（" + published.toLocalDate() + "）、" + address(),
                "“" + title + "”, Jigyo, release " + release + " (" + published.toLocalDate() + "), " + address());
    }

    /** As an entry for BibTeX. */
    public String bibtex() {
        return "@misc{" + key() + ",\n  title = {" + title.replaceAll("[{}\\\\]", "")
                + "},\n  author = {{Jigyo}},\n  year = {" + published.getYear() + "},\n  version = {" + release
                + "},\n  url = {" + address() + "}\n}";
    }

    /** As an item of CSL-JSON (https://docs.citationstyles.org). */
    public String csl() {
        ObjectNode item = JSON.createObjectNode()
                .put("id", key())
                .put("type", "dataset")
                .put("title", title)
                .put("publisher", "Jigyo")
                .put("version", release)
                .put("URL", address());
        item.putObject("issued")
                .putArray("date-parts")
                .addArray()
                .add(published.getYear())
                .add(published.getMonthValue())
                .add(published.getDayOfMonth());
        return item.toPrettyString();
    }
}
