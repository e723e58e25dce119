package org.jigyo.draft.sums;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.draft.sums.SumSearch.Sum;

/**
 * A sum over words of a table as an identity of a layout.
 *
 * @param sum the sum
 * @param entry the identity as a layout has it
 */
public record ProvedSum(Sum sum, Map<String, Object> entry) {

    /**
     * The identities of those sums whose words all have a path.
     *
     * @param paths path of the values of a word
     * @param whose the part of the project that they are of, for the name; empty for the project
     */
    public static List<ProvedSum> of(List<Sum> sums, Map<String, String> paths, String whose) {
        List<ProvedSum> all = new ArrayList<>();
        for (Sum sum : sums) {
            if (paths.containsKey(sum.total()) && paths.keySet().containsAll(sum.parts())) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", whose + sum.total() + " = " + String.join(" + ", sum.parts()));
                entry.put("total", paths.get(sum.total()));
                entry.put("parts", sum.parts().stream().map(paths::get).toList());
                if (sum.tolerance() > 0) {
                    entry.put("tolerance", sum.tolerance());
                }
                all.add(new ProvedSum(sum, entry));
            }
        }
        return all;
    }
}
