package org.jigyo.cli;

import java.util.List;

/** The kinds of pages that a server of the published specimens has. */
final class PageKinds {

    /** An address of each kind, below that of the server. */
    static final List<String> ALL = List.of(
            "",
            "about",
            "compare",
            "findings",
            "sdg/9",
            "sdg/target/9.5",
            "city/082201/policies",
            "city/082201/policies?year=2022&scale=1000",
            "city/082201/money",
            "city/082201/pledges",
            "city/082201/findings",
            "doc/municipality/082201.html",
            "doc/project/082201-2021-0012.html",
            "doc/department/141305-economy-labour.html",
            "doc/policy/082201/tsukuba-strategy-2/IV.html",
            "doc/pledge/082201/tsukuba-2020/47.html",
            "doc/budget-account/141003/2024/n1-02-05.html",
            "doc/sheet/082201/2024/082201-2021-0012.html",
            "doc/code/phase/settled.html",
            "api/queries",
            "api/queries/winners-and-losers",
            "search?q=%E4%BA%8B%E6%A5%AD",
            "sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%203",
            "changes",
            "catalogue",
            "embed/policy-cost?city=082201&picture=bars-082201-2024",
            ".well-known/void",
            "ns",
            "dim",
            "shapes");

    /** An address that leads nowhere, whose page says so. */
    static final String NOWHERE = "doc/nothing";

    private PageKinds() {}

    /** The address of a page in a language. */
    static String in(String language, String page) {
        return page + (page.contains("?") ? "&" : "?") + "lang=" + language;
    }
}
