package org.jigyo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jigyo.draft.LayoutDraft;
import org.jigyo.draft.words.KnownForm;

/** A draft as JSON, for programs: the layout as YAML, its fields and questions, and the differences to a known layout. */
final class DraftJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DraftJson() {}

    /** The draft as one JSON object on one line. */
    static String of(LayoutDraft draft) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", draft.layout().id());
        object.put("city", draft.layout().city());
        object.put("sheets", draft.coverage().sheets());
        if (draft.known() != null) {
            object.put("startsFrom", known(draft.known()));
        }
        object.put("fields", draft.fields());
        object.put("questions", draft.questions());
        object.put("yaml", draft.yaml());
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> known(KnownForm known) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("layout", known.layout().id());
        object.put("readsTheseSheets", known.reads());
        object.put("differences", known.differences());
        return object;
    }
}
