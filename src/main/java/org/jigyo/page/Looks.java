package org.jigyo.page;

import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** How an annotation or a form field is shown. */
enum Looks {
    /** Not at all: it is hidden, or shows nothing on the page itself. */
    NONE,
    /** By its appearance stream. */
    DRAWN,
    /** It is filled in, but the file has no appearance stream and leaves the drawing to the viewer. */
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
