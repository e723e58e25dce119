package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an unknown folder to a published city: drafted, refused, confirmed, published. */
class DraftCommandTest {

    @TempDir
    private Path folder;

    private static String sheet(int n) {
        String mark = "（標本）" + n;
        return "<html><meta charset=utf-8><p>令和6年度 事務事業評価シート</p><table>"
                + "<tr><td>事業番号<td>" + n + "<td>事務事業名<td>公園の管理" + n
                + "<tr><td>担当課<td>" + (n % 2 == 0 ? "総務課" : "公園課") + "<td>記入者<td>" + mark
                + "<tr><td>目的<td colspan=3>安心して使えるようにする。" + mark
                + "<tr><td>根拠法令<td colspan=3>公園条例" + mark
                + "<tr><td>知名度のめやす<td colspan=3>" + (n * 7) + "割ほど知られる" + mark + "</table>"
                + "<p>事業費（千円）</p><table><tr><td>区分<td>令和5年度決算<td>令和6年度決算"
                + "<tr><td>事業費<td>" + (n * 30) + "<td>" + (n * 50)
                + "<tr><td>国庫支出金<td>" + (n * 10) + "<td>" + (n * 20)
                + "<tr><td>一般財源<td>" + (n * 20) + "<td>" + (n * 30) + "</table>";
    }

    private Path html() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int n = 11; n <= 19; n++) {
            Files.writeString(pages.resolve("s" + n + ".html"), sheet(n));
        }
        return pages;
    }

    @Test
    void aDraftIsPublishedOnlyWhenConfirmed() throws IOException {
        Path pages = html();
        Path data = folder.resolve("data");
        Path layouts = Files.createDirectories(data.resolve("layouts"));
        Cli.Said drafted = Cli.run(
                "draft",
                pages.toString(),
                "--city",
                "つくば市",
                "-o",
                layouts.toString(),
                "--html",
                folder.resolve("d.html").toString());
        assertThat(drafted.exitCode()).as(drafted.err()).isZero();
        // the bundled tsukuba-r6 reads another form
        Path layout = layouts.resolve("tsukuba-r6-2.yml");
        assertThat(layout).exists();
        assertThat(folder.resolve("d.html"))
                .content()
                .contains("<svg", "知名度のめやす")
                .doesNotContain("<script");
        Path questions = layouts.resolve("tsukuba-r6-2.questions.tsv");
        assertThat(questions).content().contains("field:知名度のめやす\t\t");

        Cli.Said extracted = Cli.run(
                "extract",
                "--json",
                "--data",
                data.toString(),
                pages.resolve("s11.html").toString());
        assertThat(extracted.out()).contains("LAYOUT_DRAFT").contains("\"value\":550");
        Cli.Said refused = Cli.run("publish", "--data", data.toString(), pages.toString());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(refused.err()).contains("jigyo layouts confirm tsukuba-r6-2.yml");

        Files.writeString(
                questions, Files.readString(questions).replace("field:知名度のめやす\t\t", "field:知名度のめやす\ttexts/outcome\t"));
        Cli.Said again = Cli.run(
                "draft",
                pages.toString(),
                "--city",
                "つくば市",
                "-o",
                layouts.toString(),
                "--answer",
                questions.toString());
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(layout).content().contains("texts/outcome, right-of: 知名度のめやす");

        Cli.Said json = Cli.run("draft", pages.toString(), "--city", "つくば市", "--json");
        assertThat(json.out())
                .startsWith("{\"id\":\"tsukuba-r6")
                .contains("\"path\":\"name\"", "\"id\":\"field:知名度のめやす\"", "\"yaml\":\"# Draft from");

        Cli.Said confirmed = Cli.run("layouts", "confirm", "--yes", layout.toString(), pages.toString());
        assertThat(confirmed.exitCode()).as(confirmed.err()).isZero();
        assertThat(confirmed.out()).contains("sheets: 9");
        assertThat(layout).content().doesNotContain("draft: true");
        String kept = Files.readString(layout);
        Cli.Said over = Cli.run("draft", pages.toString(), "--city", "つくば市", "-o", layout.toString());
        assertThat(over.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(over.err()).contains("is no draft but a confirmed layout");
        assertThat(layout).hasContent(kept);
        Cli.Said published = Cli.run("publish", "--data", data.toString(), pages.toString());
        assertThat(published.exitCode()).as(published.err()).isZero();
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        Path pages = html();
        assertThat(Cli.run("draft", pages.toString()).err()).contains("--city");
        assertThat(Cli.run("draft", pages.toString(), "--city", "府中市").err()).contains("府中市（東京都");
        assertThat(Cli.run("draft", pages.toString(), "--sheets", "2").exitCode())
                .isEqualTo(ExitCode.USAGE);
        Cli.Said one = Cli.run("draft", pages.resolve("s11.html").toString(), "--city", "つくば市");
        assertThat(one.exitCode()).isEqualTo(ExitCode.NOTHING_READ);
        assertThat(one.err()).contains("no form repeats");
    }
}
