package org.jigyo.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The encoding of a text, from its byte order mark or else by trial. UTF-8 can be recognised with certainty, the
 * Japanese encodings cannot; if one of them is assumed, the user is told.
 *
 * @param charset charset to decode with
 * @param proven false if it was assumed because it fits
 * @param others names of other encodings that would fit
 */
public record Encoding(Charset charset, boolean proven, List<String> others) {

    private static final int SAMPLE = 1 << 20;

    /** Windows-31J is Shift_JIS with ①, Ⅰ and 髙. The EUC with the same extra characters is tried after plain EUC-JP. */
    private static final List<String> JAPANESE = List.of("windows-31j", "EUC-JP", "x-eucJP-Open");

    /**
     * Detects the encoding of a file.
     *
     * @throws CharacterCodingException if none of the supported encodings fits
     */
    public static Encoding of(Path path) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(path)) {
            sample = in.readNBytes(SAMPLE);
        }
        return of(sample);
    }

    private static Encoding of(byte[] sample) throws CharacterCodingException {
        Charset wide = utf16(sample);
        if (wide != null) {
            return new Encoding(wide, marked(sample), List.of());
        }
        if (fits(sample, StandardCharsets.UTF_8) && !escaped(sample)) {
            return new Encoding(StandardCharsets.UTF_8, true, List.of());
        }
        if (escaped(sample)) {
            return new Encoding(Charset.forName("x-windows-iso2022jp"), false, List.of());
        }
        List<String> fitting = new ArrayList<>();
        for (String name : JAPANESE) {
            if (fits(sample, Charset.forName(name)) && !(name.endsWith("Open") && fitting.contains("EUC-JP"))) {
                fitting.add(name);
            }
        }
        if (fitting.isEmpty()) {
            throw new CharacterCodingException();
        }
        String best = fitting.stream()
                .min(java.util.Comparator.comparingInt(name -> unlikely(sample, Charset.forName(name))))
                .orElseThrow();
        fitting.remove(best);
        return new Encoding(Charset.forName(best), false, fitting);
    }

    /** A strict reader, positioned after the byte order mark: it fails on bytes that the encoding does not define. */
    public Reader open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        byte[] mark = in.readNBytes(3);
        int length = mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF
                ? 3
                : marked(mark) ? 2 : 0;
        InputStream rest = new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(mark, length, mark.length - length), in);
        return new InputStreamReader(
                rest,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean marked(byte[] head) {
        return head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF && (head[0] & 0xFE) == 0xFE;
    }

    /**
     * UTF-16, recognised by its byte order mark or by the zero bytes of ASCII characters, which are nearly all on one
     * side; else null.
     */
    static Charset utf16(byte[] head) {
        if (marked(head)) {
            return (head[0] & 0xFF) == 0xFE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        // The ideographic space has its zero byte on the other side.
        if (Math.max(zeros[0], zeros[1]) <= 4 * Math.min(zeros[0], zeros[1])) {
            return null;
        }
        Charset charset = zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        String text = new String(head, charset);
        long strange = text.chars()
                .filter(c -> (c < 0x20 && "\t\r\n\f".indexOf(c) < 0) || (c >= 0xE000 && c < 0xF900) || c >= 0xFFF0)
                .count();
        return strange == 0 ? charset : null;
    }

    private static boolean escaped(byte[] sample) {
        for (int i = 0; i + 2 < sample.length; i++) {
            if (sample[i] == 0x1B && (sample[i + 1] == '$' || sample[i + 1] == '(')) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(byte[] sample, Charset charset) {
        // The sample may end within a character.
        return decodes(sample, sample.length, charset) || (sample.length == SAMPLE && cutFits(sample, charset));
    }

    private static boolean cutFits(byte[] sample, Charset charset) {
        return java.util.stream.IntStream.range(1, 4).anyMatch(cut -> decodes(sample, SAMPLE - cut, charset));
    }

    private static boolean decodes(byte[] sample, int length, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(sample, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Number of half-width katakana and private-use characters, which are frequent in text decoded with the wrong
     * encoding.
     */
    private static int unlikely(byte[] sample, Charset charset) {
        return (int) new String(sample, charset)
                .chars()
                .filter(c -> (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0xE000 && c < 0xF900) || c == 0xFFFD)
                .count();
    }
}
