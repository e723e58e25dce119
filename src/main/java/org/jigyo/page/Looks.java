package org.jigyo.page;

import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** The visible part of an annotation or of a form field. */
enum Looks {
    /** Nothing: it is hidden, or says nothing on the page itself. */
    NONE,
    /** Its appearance. */
    DRAWN,
    /** Something, for it is filled; the file leaves it to the reader's program how it looks. */
    UNDRAWN;

    private static final List<String> SILENT = List.of("Link", "Popup");

    static Looks of(PDAnnotation annotation, Layers layers) {
        COSDictionary dictionary = annotation.getCOSObject();
        String kind = String.valueOf(annotation.getSubtype());
        if (annotation.isHidden()
                || annotation.isNoView()
                || SILENT.contains(kind)
                || annotation.getRectangle() == null
                || layers.off(dictionary.getDictionaryObject(COSName.OC))) {
            return NONE;
        }
        if (annotation.getNormalAppearanceStream() != null) {
            return DRAWN;
        }
        return kind.equals("FreeText") || filled(dictionary) ? UNDRAWN : NONE;
    }

    private static boolean filled(COSDictionary field) {
        String value = field.getDictionaryObject(COSName.V) instanceof COSString text
                ? text.getString()
                : field.getNameAsString(COSName.V);
        return value != null && !value.isBlank() && !value.equals("Off");
    }
}
