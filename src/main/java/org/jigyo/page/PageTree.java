package org.jigyo.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * The pages of a document as found by walking its tree. The declared page count is not trusted, nor that the tree has
 * no cycles.
 *
 * @param pages page dictionaries in order, without repetition
 * @param sound false if a node was met twice or is invalid
 * @param cut true if there are more pages than the limit
 */
record PageTree(List<COSDictionary> pages, boolean sound, boolean cut) {

    /** Walks the tree below the root, without recursion. */
    static PageTree of(COSDictionary root, int limit) {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<COSDictionary> pages = new ArrayList<>();
        boolean sound = root != null;
        Deque<COSDictionary> todo = new ArrayDeque<>();
        if (root != null) {
            todo.push(root);
        }
        while (!todo.isEmpty()) {
            COSDictionary node = todo.pop();
            if (!seen.add(node)) {
                sound = false;
                continue;
            }
            COSArray kids = node.getCOSArray(COSName.KIDS);
            if (kids == null) {
                boolean page = !COSName.PAGES.equals(node.getCOSName(COSName.TYPE));
                sound &= page;
                if (page && pages.size() == limit) {
                    return new PageTree(pages, sound, true);
                }
                if (page) {
                    pages.add(node);
                }
                continue;
            }
            for (int i = kids.size() - 1; i >= 0; i--) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    todo.push(kid);
                } else {
                    sound = false;
                }
            }
        }
        return new PageTree(pages, sound, false);
    }
}
