package org.jigyo.page;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * A cache of parsed fonts across files. The sheets of a city embed the same fonts, and unpacking and parsing them is
 * half the work of reading such a file. Cleared if memory runs short. Serves one file at a time.
 */
final class FontShelf {

    private static final int PLACES = 16;

    private record Kept(FontContent content, PDFont font) {}

    private final List<SoftReference<Kept>> fonts = new ArrayList<>();

    /** The cache in the form PDFBox asks for, for one file. */
    ResourceCache forFile() {
        return new Fonts();
    }

    private Optional<PDFont> font(FontContent content) {
        return fonts.stream()
                .map(SoftReference::get)
                .filter(k -> k != null && k.content.equals(content))
                .map(Kept::font)
                .findFirst();
    }

    private void keep(FontContent content, PDFont font) {
        if (fonts.size() == PLACES) {
            fonts.remove(0);
        }
        fonts.add(new SoftReference<>(new Kept(content, font)));
    }

    private final class Fonts extends DefaultResourceCache {

        private final Map<COSObject, FontContent> asked = new HashMap<>();

        @Override
        public PDFont getFont(COSObject indirect) {
            PDFont known = super.getFont(indirect);
            if (known != null) {
                return known;
            }
            Optional<FontContent> content = content(indirect.getObject());
            Optional<PDFont> kept = content.flatMap(FontShelf.this::font);
            if (kept.isPresent()) {
                super.put(indirect, kept.get());
            } else {
                content.ifPresent(c -> asked.put(indirect, c));
            }
            return kept.orElse(null);
        }

        /** A type 3 font is not cached, because it keeps a reference to its file. */
        private static Optional<FontContent> content(COSBase font) {
            try {
                return font instanceof COSDictionary d && !COSName.TYPE3.equals(d.getCOSName(COSName.SUBTYPE))
                        ? FontContent.of(d)
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        @Override
        public void put(COSObject indirect, PDFont font) {
            super.put(indirect, font);
            FontContent content = asked.remove(indirect);
            if (content != null && font != null && !font.isDamaged()) {
                keep(content, font);
            }
        }
    }
}
