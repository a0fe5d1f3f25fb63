package org.fxbb.reports.document;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.fxbb.reports.table.Table;

/**
 * The one way to put anything on a page. Each call says with a {@link Role} what the thing is, so
 * that structure tags need adding in {@link #marked} alone.
 *
 * <p>The canvas keeps a cursor that moves down the page, breaks pages, draws the running head and
 * foot with page x of y, makes bookmarks of headings and fills in the page numbers of the contents.
 *
 * <p><b>Units</b>: points; A4 upright; the cursor counts from the top of the page.
 *
 * <p><b>Lifecycle</b>: one document, one thread; {@link #close} finishes the file.
 *
 * <p><b>Source</b>: spec 6.3 and section 2.
 */
public final class Canvas implements AutoCloseable {
  static final float MARGIN = 56f;
  private static final float HEAD = 56f;
  private static final float FOOT = 56f;
  private static final ZoneId DHAKA = ZoneId.of("Asia/Dhaka");

  private final Fonts fonts = Fonts.shared();
  private final RunningHead head;
  private final Document document;
  private final PdfWriter writer;
  private final PdfContentByte content;
  private final float pageWidth;
  private final float pageHeight;
  private final List<PdfTemplate> totals = new ArrayList<>();
  private final Bookmarks bookmarks;
  private float cursor;
  private boolean bare;

  /**
   * Opens a document.
   *
   * @param out receives the file; not closed by the canvas
   * @param head running head and properties
   * @param made time printed in the document's properties
   */
  public Canvas(OutputStream out, RunningHead head, Instant made) {
    this.head = head;
    Rectangle page = PageSize.A4;
    pageWidth = page.getWidth();
    pageHeight = page.getHeight();
    document = new Document(page, 0, 0, 0, 0);
    writer = PdfWriter.getInstance(document, out);
    writer.setPdfVersion(PdfWriter.PDF_VERSION_1_7);
    writer.setViewerPreferences(PdfWriter.PageModeUseOutlines | PdfWriter.DisplayDocTitle);
    document.addTitle(head.title() + ", " + head.period());
    document.addSubject(head.subject());
    document.addAuthor("FXBB QoS engine");
    document.addKeywords(head.reportCode() + ", " + head.period() + ", " + head.policySet());
    document.addProducer("FXBB QoS engine");
    document.setDocumentLanguage("en");
    document.open();
    writer.getInfo().put(PdfName.CREATIONDATE, pdfDate(made));
    writer.getInfo().put(PdfName.MODDATE, pdfDate(made));
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en"));
    content = writer.getDirectContent();
    bookmarks = new Bookmarks(writer, fonts);
    startPage();
  }

  private static PdfDate pdfDate(Instant made) {
    GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(DHAKA), Locale.ROOT);
    calendar.setTimeInMillis(made.toEpochMilli());
    return new PdfDate(calendar);
  }

  /** Width between the margins in points. */
  public float width() {
    return pageWidth - 2 * MARGIN;
  }

  /** Room left on this page in points. */
  public float room() {
    return pageHeight - FOOT - cursor;
  }

  /** Turns the page where less than the given height is left. */
  public void ensure(float height) {
    if (room() < height) {
      newPage();
    }
  }

  /** Turns the page. */
  public void newPage() {
    furniture();
    bare = false;
    document.newPage();
    startPage();
  }

  /** Leaves the running head off this page: it is a cover. */
  public void cover() {
    bare = true;
  }

  /** A bar over the width of the text, such as one that sets off the sentence of a cover. */
  public void band(float thickness) {
    float top = cursor;
    marked(Role.ARTIFACT, "", () -> page().rect(MARGIN, top, width(), thickness, Palette.ACCENT));
    cursor += thickness;
  }

  /** Moves the cursor down. */
  public void space(float points) {
    cursor += points;
  }

  /** A heading with its bookmark; chapters also fill in their page number in the contents. */
  public void heading(int level, String text) {
    Role role = level == 1 ? Role.H1 : level == 2 ? Role.H2 : Role.H3;
    TextStyle style = level == 1 ? TextStyle.H1 : level == 2 ? TextStyle.H2 : TextStyle.H3;
    ensure(level == 1 ? 140 : 90);
    space(level == 1 ? 0 : level == 2 ? 12 : 8);
    bookmarks.add(level, text, pageHeight - cursor + 8);
    say(role, text, style);
    space(level == 1 ? 8 : 3);
  }

  /** The table of contents: titles of chapters to come, linked, with their page numbers. */
  public void contents(List<String> chapters) {
    for (String chapter : chapters) {
      float baseline = cursor + 12;
      marked(
          Role.TOCI,
          chapter,
          () -> {
            Ink ink = page();
            ink.text(MARGIN, baseline, chapter, TextStyle.BODY);
            ink.line(MARGIN, baseline + 6, MARGIN + width(), baseline + 6, 0.3f, Palette.HAIR);
            bookmarks.expect(chapter, MARGIN + width(), pageHeight - baseline - 3);
          });
      content.localGoto(
          chapter, MARGIN, pageHeight - baseline - 5, MARGIN + width(), pageHeight - baseline + 10);
      cursor += 21;
    }
  }

  /** A text over the whole width, broken into lines and, where needed, over pages. */
  public void say(Role role, String text, TextStyle style) {
    say(role, text, style, width());
  }

  /** A text broken into lines of at most the given width. */
  public void say(Role role, String text, TextStyle style, float width) {
    for (String line : Lines.fit(fonts, text, style, width)) {
      ensure(style.leading());
      float baseline = cursor + style.leading() * 0.78f;
      marked(role, line, () -> page().text(MARGIN, baseline, line, style));
      cursor += style.leading();
    }
  }

  /** A paragraph of body text. */
  public void paragraph(String text) {
    say(Role.P, text, TextStyle.BODY);
    space(5);
  }

  /** A footnote or source line. */
  public void note(String text) {
    say(Role.NOTE, text, TextStyle.NOTE);
  }

  /** A table over the whole width; its header is repeated on each page it reaches. */
  public void table(Table table) {
    table(table, TableLook.ENGLISH);
  }

  /** A table in the given look. */
  public void table(Table table, TableLook look) {
    new TableDrawing(this, fonts, table, look).draw();
  }

  /**
   * A figure with a caption above.
   *
   * @param alternative what the figure shows, for those who cannot see it
   */
  public void figure(
      String caption, String alternative, float height, String source, Consumer<Ink> drawing) {
    ensure(height + 50);
    space(6);
    say(Role.CAPTION, caption, TextStyle.CAPTION);
    space(3);
    picture(alternative, height, drawing);
    space(2);
    note(source);
    space(8);
  }

  /** A figure without caption, such as a panel of key figures. */
  public void picture(String alternative, float height, Consumer<Ink> drawing) {
    ensure(height);
    marked(
        Role.FIGURE,
        alternative,
        () ->
            drawing.accept(new Ink(content, fonts, MARGIN, pageHeight - cursor, width(), height)));
    cursor += height;
  }

  float cursor() {
    return cursor;
  }

  /** Coordinates of the whole page. */
  Ink page() {
    return new Ink(content, fonts, 0, pageHeight, pageWidth, pageHeight);
  }

  /**
   * Draws one thing of the document's structure. Structure tags (marked content with its element,
   * alternative text on figures) belong here and nowhere else.
   */
  void marked(Role role, String alternative, Runnable drawing) {
    if (role == Role.FIGURE && alternative.isBlank()) {
      throw new IllegalArgumentException("A figure needs an alternative text.");
    }
    drawing.run();
  }

  private void startPage() {
    cursor = HEAD;
    writer.setPageEmpty(false);
  }

  private void furniture() {
    marked(Role.ARTIFACT, "", this::drawFurniture);
  }

  private void drawFurniture() {
    Ink ink = page();
    TextStyle small = TextStyle.NOTE;
    float right = pageWidth - MARGIN;
    if (!bare) {
      ink.text(MARGIN, 36, head.reportCode() + "  " + head.title(), small.inBold());
      ink.textRight(right, 36, head.period(), small);
      ink.line(MARGIN, 42, right, 42, 0.5f, Palette.RULE);
    }
    float base = pageHeight - 34;
    ink.line(MARGIN, base - 12, right, base - 12, 0.3f, Palette.HAIR);
    ink.text(MARGIN, base, "Policy set " + head.policySet(), small);
    ink.textCentre(pageWidth / 2, base, head.status(), small.inBold().in(Palette.INK));
    String number = "Page " + writer.getPageNumber() + " of ";
    float room = fonts.width("000", small);
    ink.textRight(right - room, base, number, small);
    PdfTemplate total = content.createTemplate(room + 4, 12);
    content.addTemplate(total, right - room, pageHeight - base - 3);
    totals.add(total);
  }

  /** Finishes the document: the last page's foot, the number of pages, the file's end. */
  @Override
  public void close() {
    furniture();
    String pages = Integer.toString(writer.getPageNumber());
    for (PdfTemplate total : totals) {
      fonts.show(total, 0, 3, pages, TextStyle.NOTE);
    }
    bookmarks.requireComplete();
    document.close();
  }
}
