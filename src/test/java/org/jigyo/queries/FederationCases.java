package org.jigyo.queries;

import java.util.Set;

/** Questions that call another server; their tests start one. */
final class FederationCases {

    static final Set<String> QUERIES = Set.of("cost-per-resident", "sdg-cost-per-resident", "sdg-labels");

    private FederationCases() {}
}
