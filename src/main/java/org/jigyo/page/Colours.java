package org.jigyo.page;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * The current fill colour as screen RGB: accurate enough to decide what is visible, without loading the colour profiles
 * that a PDF embeds.
 */
final class Colours {

    private static final PDColor UNKNOWN = new PDColor(new float[] {-1, -1, -1}, PDDeviceRGB.INSTANCE);
    private static final List<String> OF_INKS = List.of("Separation", "DeviceN", "DeviceCMYK", "CMYK");
    private static final List<String> OPAQUE = List.of("Indexed", "I", "Pattern", "Lab");

    private Colours() {}

    /** Handles an operator that sets the colour or its colour space, and updates the graphics state. */
    static void set(String operator, double[] n, List<COSBase> operands, PDResources resources, PDGraphicsState state) {
        if (operator.equals("cs")) {
            String space = operands.isEmpty() ? "" : space(operands.get(0), resources);
            // The three device colour spaces stand for all others: additive (light), subtractive (inks), and those not
            // interpreted.
            PDColorSpace kind = OF_INKS.contains(space)
                    ? PDDeviceCMYK.INSTANCE
                    : OPAQUE.contains(space) ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE;
            state.setNonStrokingColorSpace(kind);
            state.setNonStrokingColor(kind == PDDeviceRGB.INSTANCE ? UNKNOWN : light(0, 0, 0));
            return;
        }
        boolean inks = state.getNonStrokingColorSpace() == PDDeviceCMYK.INSTANCE;
        boolean unfollowed = state.getNonStrokingColorSpace() == PDDeviceRGB.INSTANCE;
        if (operator.equals("g") || operator.equals("rg") || operator.equals("k")) {
            state.setNonStrokingColorSpace(PDDeviceGray.INSTANCE);
            inks = false;
            unfollowed = false;
        }
        state.setNonStrokingColor(unfollowed ? UNKNOWN : colour(n, inks));
    }

    private static PDColor colour(double[] n, boolean inks) {
        for (double component : n) {
            if (!Double.isFinite(component)) {
                return UNKNOWN;
            }
        }
        return switch (n.length) {
            case 1 -> inks ? light(1 - n[0], 1 - n[0], 1 - n[0]) : light(n[0], n[0], n[0]);
            case 3 -> inks ? UNKNOWN : light(n[0], n[1], n[2]);
            case 4 -> light((1 - n[0]) * (1 - n[3]), (1 - n[1]) * (1 - n[3]), (1 - n[2]) * (1 - n[3]));
            default -> UNKNOWN;
        };
    }

    private static PDColor light(double red, double green, double blue) {
        return new PDColor(new float[] {(float) red, (float) green, (float) blue}, PDDeviceRGB.INSTANCE);
    }

    private static String space(COSBase operand, PDResources resources) {
        if (!(operand instanceof COSName name)) {
            return "";
        }
        COSDictionary spaces =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.COLORSPACE);
        COSBase space = spaces == null ? null : spaces.getDictionaryObject(name);
        COSBase kind = space instanceof COSArray array && array.size() > 0 ? array.getObject(0) : space;
        return kind instanceof COSName known ? known.getName() : name.getName();
    }

    /** The colour as 0xRRGGBB, or {@link Paints#UNKNOWN}. */
    static int rgb(PDColor colour) {
        float[] n = colour == null ? new float[0] : colour.getComponents();
        if (n.length == 0 || n[0] < 0) {
            return Paints.UNKNOWN;
        }
        int red = level(n[0]);
        return red << 16 | (n.length < 3 ? red : level(n[1])) << 8 | (n.length < 3 ? red : level(n[2]));
    }

    private static int level(float component) {
        return Math.round(Math.max(0, Math.min(1, component)) * 255);
    }
}
