package org.jigyo.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup.RenderState;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.rendering.RenderDestination;

/** The layers (optional content groups) of a document, and which of them are hidden in print. */
final class Layers {

    private final PDOptionalContentProperties states;

    Layers(PDDocument document) {
        states = document.getDocumentCatalog().getOCProperties();
    }

    /** True for the dictionary of a layer, or of a membership rule over layers, that is off. */
    boolean off(COSBase content) {
        if (!(content instanceof COSDictionary dictionary) || states == null) {
            return false;
        }
        PDPropertyList layer = PDPropertyList.create(dictionary);
        if (layer instanceof PDOptionalContentGroup group) {
            return off(group);
        }
        return layer instanceof PDOptionalContentMembershipDictionary rule && off(rule);
    }

    private boolean off(PDOptionalContentGroup group) {
        RenderState printed = group.getRenderState(RenderDestination.PRINT);
        return printed == null ? !states.isGroupEnabled(group) : printed == RenderState.OFF;
    }

    private boolean off(PDOptionalContentMembershipDictionary rule) {
        List<Boolean> off = new ArrayList<>();
        for (PDPropertyList group : rule.getOCGs()) {
            off.add(off(group.getCOSObject()));
        }
        if (off.isEmpty()) {
            return false;
        }
        COSName policy = rule.getVisibilityPolicy();
        return switch (policy == null ? "AnyOn" : policy.getName()) {
            case "AllOn" -> off.contains(true);
            case "AnyOff" -> !off.contains(true);
            case "AllOff" -> off.contains(false);
            default -> !off.contains(false);
        };
    }
}
