package org.fxbb.reports.document;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bookmarks of a document's headings, and the page numbers that its contents wait for. */
final class Bookmarks {
  private static final float ROOM = 40;

  private final PdfWriter writer;
  private final Fonts fonts;
  private final List<PdfOutline> path = new ArrayList<>();
  private final Map<String, PdfTemplate> expected = new HashMap<>();

  Bookmarks(PdfWriter writer, Fonts fonts) {
    this.writer = writer;
    this.fonts = fonts;
    path.add(writer.getRootOutline());
  }

  /** Keeps room for a chapter's page number, its right end at x, in page coordinates. */
  void expect(String chapter, float right, float y) {
    PdfContentByte content = writer.getDirectContent();
    PdfTemplate number = content.createTemplate(ROOM, 14);
    expected.put(chapter, number);
    content.addTemplate(number, right - ROOM, y);
  }

  /** Adds a heading at a height of this page; a chapter fills in its number in the contents. */
  void add(int level, String text, float y) {
    while (path.size() > level) {
      path.remove(path.size() - 1);
    }
    PdfOutline parent = path.get(path.size() - 1);
    path.add(new PdfOutline(parent, here(y), text, level == 1));
    if (level > 1) {
      return;
    }
    writer.getDirectContent().localDestination(text, here(y));
    PdfTemplate number = expected.remove(text);
    if (number != null) {
      String page = Integer.toString(writer.getPageNumber());
      float width = fonts.width(page, TextStyle.BODY);
      fonts.show(number, ROOM - width, 3, page, TextStyle.BODY);
    }
  }

  private static PdfDestination here(float y) {
    return new PdfDestination(PdfDestination.XYZ, 0, y, 0);
  }

  /** Refuses contents that name a chapter which was never drawn. */
  void requireComplete() {
    if (!expected.isEmpty()) {
      throw new IllegalStateException(
          "The contents name chapters that were never drawn: " + expected.keySet() + ".");
    }
  }
}
