package org.jigyo.graph;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.Finding;
import org.jigyo.registry.Appearance;
import org.jigyo.sheet.AccountLevel;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Sheet;

/** Maps plans, pledges and budget accounts: codes become trees of concepts. */
final class TreeMapping {

    /** 会計 – 款 項 目 – 事業: two digits each, the last one two or three. */
    private static final Pattern ACCOUNT = Pattern.compile("(\\d{2})-(\\d{2})(\\d{2})(\\d{2})-(\\d{2,3})");

    private static final List<AccountLevel> ACCOUNT_LEVELS = List.of(AccountLevel.values());

    private TreeMapping() {}

    /** A printed code as part of an IRI: Ⅳ-3-2-1 becomes IV-3-2-1, ① becomes 1; null if it is not a code. */
    static String ascii(String code) {
        if (code == null) {
            return null;
        }
        String plain = Normalizer.normalize(code, Normalizer.Form.NFKC).replaceAll("[\\s()（）]+", "");
        return plain.matches("[0-9A-Za-z.-]+") ? plain : null;
    }

    static void policies(OneSheet one) {
        String plan =
                one.sheet().context() == null ? null : one.sheet().context().plan();
        String above = null;
        for (Sheet.Policy policy : TreeOrder.topDown(one.sheet().placement().policies())) {
            String path = "policies/" + (policy.level() == null ? "" : policy.level() + "/")
                    + (policy.code() == null ? policy.label() : policy.code());
            String code = ascii(policy.code());
            if (plan == null || code == null) {
                one.doubt(
                        Finding.Severity.WARNING,
                        Finding.Code.CODE_UNKNOWN,
                        path,
                        plan == null
                                ? "the layout names no plan, so this policy belongs to no tree and was left out"
                                : "a policy without a code was left out: " + policy.label());
                continue;
            }
            if (above == null && "measure".equals(policy.level()) && !code.contains("-")) {
                one.doubt(
                        Finding.Severity.WARNING,
                        Finding.Code.CODE_UNKNOWN,
                        path,
                        "the number of this measure is relative to a policy or pillar that is not printed; left out");
                continue;
            }
            // A code that does not begin with its parent's code is relative to it: pillar ①, measure ③ is 1-3.
            if (above != null && policy.level() != null && !code.startsWith(above + "-")) {
                code = above + "-" + code;
            }
            above = policy.level() == null ? null : code;
            IRI element = policy(one, plan, code, policy);
            one.out().add(one.evaluation(), Iris.jg("underPolicy"), element);
            one.extracts().link(one, path, Iris.jg("underPolicy"), element);
        }
    }

    private static IRI policy(OneSheet one, String plan, String code, Sheet.Policy policy) {
        SharedThings shared = one.shared();
        IRI scheme = Iris.iri(one.base().id("policy", one.city(), plan));
        shared.scheme(scheme, "計画 " + plan, "plan " + plan);
        IRI element = null;
        IRI below = null;
        String rest = code;
        while (rest != null) {
            IRI concept = Iris.iri(one.base().id("policy", one.city(), plan, rest));
            shared.concept(concept, "PolicyElement", scheme, rest, below == null ? policy.label() : null);
            if (below != null) {
                shared.broader(below, concept);
            }
            element = element == null ? concept : element;
            below = concept;
            int dash = rest.lastIndexOf('-');
            rest = dash < 0 ? null : rest.substring(0, dash);
        }
        if (policy.level() != null) {
            shared.property(element, Iris.jg("policyLevel"), one.codes().kebab("policy-level", policy.level()));
        }
        return element;
    }

    static void pledges(OneSheet one) {
        String term =
                one.sheet().context() == null ? null : one.sheet().context().term();
        for (String number : one.sheet().placement().pledges()) {
            String path = "pledges/" + number;
            String code = ascii(number);
            if (term == null || code == null) {
                one.doubt(
                        Finding.Severity.WARNING,
                        Finding.Code.CODE_UNKNOWN,
                        path,
                        term == null
                                ? "the layout names no mayoral term; left out"
                                : "there is no pledge number; left out");
                continue;
            }
            IRI scheme = Iris.iri(one.base().id("pledge", one.city(), term));
            IRI pledge = Iris.iri(one.base().id("pledge", one.city(), term, code));
            one.shared().scheme(scheme, "市長公約 " + term, "mayor's pledges " + term);
            one.shared().concept(pledge, "Pledge", scheme, code, "市長公約 " + code);
            one.out().add(one.evaluation(), Iris.jg("fulfilsPledge"), pledge);
            one.extracts().link(one, path, Iris.jg("fulfilsPledge"), pledge);
        }
    }

    static void accounts(OneSheet one) {
        int year = one.sheet().fiscalYear();
        for (Sheet.BudgetAccount printed : one.sheet().placement().budgetAccounts()) {
            String path = "budgetAccounts/" + printed.code();
            String code = ascii(printed.code());
            if (code == null) {
                one.doubt(
                        Finding.Severity.WARNING,
                        Finding.Code.CODE_UNKNOWN,
                        path,
                        "there is no account code; left out");
                continue;
            }
            IRI account = account(one, year, code, printed.name());
            one.out().add(one.evaluation(), Iris.jg("budgetAccount"), account);
            one.extracts().link(one, path, Iris.jg("budgetAccount"), account);
        }
    }

    /** A level of an account. */
    private record Level(String code, AccountLevel level, String name) {}

    /**
     * Maps the account of a form that prints each level in a cell of its own, down to the first level that was not
     * read. A word (一般会計) has a number in the registry, like rating steps.
     */
    static void accountOfAttributes(OneSheet one) {
        List<Level> levels = new ArrayList<>();
        String deepest = null;
        for (String key : one.codes().accountLevels()) {
            if (!(one.sheet().body().attributes().get(key) instanceof String printed)) {
                break;
            }
            String ascii = ascii(printed);
            String code = ascii == null ? "n" + one.shared().registry().code(Appearance.ACCOUNT, printed) : ascii;
            OwnKey said = one.codes().said(key);
            String above = levels.isEmpty() ? "" : levels.get(levels.size() - 1).code() + "-";
            String name = ascii == null ? printed : said.ja() + " " + printed;
            levels.add(new Level(above + code, said.accountLevel(), name));
            deepest = key;
        }
        if (deepest != null) {
            IRI account = account(one, one.sheet().fiscalYear(), levels);
            one.out().add(one.evaluation(), Iris.jg("budgetAccount"), account);
            one.extracts().link(one, "attributes/" + deepest, Iris.jg("budgetAccount"), account);
        }
    }

    private static IRI account(OneSheet one, int year, String code, String name) {
        Matcher parts = ACCOUNT.matcher(code);
        List<String> codes = parts.matches()
                ? List.of(
                        parts.group(1),
                        parts.group(1) + "-" + parts.group(2),
                        parts.group(1) + "-" + parts.group(2) + parts.group(3),
                        parts.group(1) + "-" + parts.group(2) + parts.group(3) + parts.group(4),
                        code)
                : List.of(code);
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            boolean leaf = i == codes.size() - 1;
            levels.add(new Level(codes.get(i), codes.size() > 1 ? ACCOUNT_LEVELS.get(i) : null, leaf ? name : null));
        }
        return account(one, year, levels);
    }

    private static IRI account(OneSheet one, int year, List<Level> levels) {
        IRI scheme = Iris.iri(one.base().id("budget-account", one.city(), year));
        one.shared().scheme(scheme, year + "年度 予算科目", "budget accounts of fiscal year " + year);
        one.shared().property(scheme, Iris.jg("fiscalYear"), one.fiscalYear(year));
        IRI above = null;
        for (Level level : levels) {
            IRI concept = Iris.iri(one.base().id("budget-account", one.city(), year, level.code()));
            one.shared().concept(concept, "BudgetAccount", scheme, level.code(), level.name());
            if (level.level() != null) {
                IRI term = Iris.iri(Iris.CODE + "account-level/" + level.level().word());
                one.shared().property(concept, Iris.jg("accountLevel"), term);
            }
            if (above != null) {
                one.shared().broader(concept, above);
            }
            above = concept;
        }
        return above;
    }
}
