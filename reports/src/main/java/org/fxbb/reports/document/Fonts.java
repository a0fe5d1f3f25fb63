package org.fxbb.reports.document;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.LayoutProcessor;
import com.lowagie.text.pdf.PdfContentByte;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Noto Sans and Noto Sans Bengali, regular and bold, embedded in every document.
 *
 * <p>Latin text is shown glyph by glyph; Bangla goes through OpenPDF's {@link LayoutProcessor},
 * which shapes it (conjuncts, vowel signs before their consonant) and writes the Unicode text
 * beside the glyphs, so that it looks right and extracts right. A character that neither font has
 * is shown as a question mark, since a missing glyph would break archival PDF.
 *
 * <p><b>Lifecycle</b>: loaded once per process, because the layout processor is static; thread-safe
 * and shared by all documents.
 *
 * <p><b>Source</b>: spec 6.3.
 */
public final class Fonts {
  private static final String FOLDER = "org/fxbb/reports/document/";
  private static final int CACHED_WIDTHS = 50_000;

  private final BaseFont latin;
  private final BaseFont latinBold;
  private final BaseFont bangla;
  private final BaseFont banglaBold;
  private final Map<String, Float> banglaWidths = new ConcurrentHashMap<>();

  private Fonts() throws IOException {
    LayoutProcessor.enableKernLiga();
    LayoutProcessor.setWriteActualText();
    latin = font("NotoSans-Regular.ttf");
    latinBold = font("NotoSans-Bold.ttf");
    bangla = font("NotoSansBengali-Regular.ttf");
    banglaBold = font("NotoSansBengali-Bold.ttf");
    LayoutProcessor.loadFont(bangla, FOLDER + "NotoSansBengali-Regular.ttf");
    LayoutProcessor.loadFont(banglaBold, FOLDER + "NotoSansBengali-Bold.ttf");
  }

  /** The fonts of this process, loaded on first use. */
  public static Fonts shared() {
    return Holder.FONTS;
  }

  private static final class Holder {
    static final Fonts FONTS;

    static {
      try {
        FONTS = new Fonts();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the fonts shipped in the reports module.", e);
      }
    }
  }

  private static BaseFont font(String file) throws IOException {
    return BaseFont.createFont(FOLDER + file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
  }

  /** Width in points of a text in one line. */
  public float width(String text, TextStyle style) {
    float width = 0;
    for (Run run : runs(text)) {
      width += width(run, style);
    }
    return width;
  }

  /** Shows a text in one line, left end of the baseline at (x, y) in page coordinates. */
  void show(PdfContentByte content, float x, float y, String text, TextStyle style) {
    float left = x;
    for (Run run : runs(text)) {
      content.beginText();
      content.setColorFill(style.colour());
      content.setFontAndSize(face(run, style), style.size());
      content.setTextMatrix(left, y);
      content.showText(run.text());
      content.endText();
      left += width(run, style);
    }
  }

  private float width(Run run, TextStyle style) {
    if (!run.bangla()) {
      return face(run, style).getWidthPoint(run.text(), style.size());
    }
    if (banglaWidths.size() > CACHED_WIDTHS) {
      banglaWidths.clear();
    }
    String key = (style.bold() ? "b" : "r") + run.text();
    float atHundred =
        banglaWidths.computeIfAbsent(
            key,
            any -> {
              var glyphs = LayoutProcessor.computeGlyphVector(face(run, style), 100f, run.text());
              return (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
            });
    return atHundred * style.size() / 100f;
  }

  private BaseFont face(Run run, TextStyle style) {
    if (run.bangla()) {
      return style.bold() ? banglaBold : bangla;
    }
    return style.bold() ? latinBold : latin;
  }

  private record Run(String text, boolean bangla) {}

  private List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>(2);
    StringBuilder part = new StringBuilder();
    boolean inBangla = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean neutral = c == ' ' && i < text.length();
      boolean isBangla = neutral ? inBangla && isBangla(text.codePointAt(i)) : isBangla(c);
      if (isBangla != inBangla && part.length() > 0) {
        runs.add(new Run(part.toString(), inBangla));
        part.setLength(0);
      }
      inBangla = isBangla;
      BaseFont font = isBangla ? bangla : latin;
      part.appendCodePoint(font.charExists(c) || isJoiner(c) ? c : '?');
    }
    if (part.length() > 0) {
      runs.add(new Run(part.toString(), inBangla));
    }
    return runs;
  }

  private static boolean isBangla(int c) {
    return (c >= 0x0980 && c <= 0x09FF) || c == 0x0964 || c == 0x0965 || isJoiner(c);
  }

  private static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }
}
