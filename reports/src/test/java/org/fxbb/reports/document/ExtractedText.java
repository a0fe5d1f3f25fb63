package org.fxbb.reports.document;

import com.lowagie.text.pdf.PRTokeniser;
import com.lowagie.text.pdf.PdfContentParser;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfString;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The text that a reader copies from a page: OpenPDF's own extractor ignores replacement text. */
public final class ExtractedText {
  private ExtractedText() {}

  /** Text runs of a page in drawing order, joined by spaces. */
  public static String ofPage(PdfReader reader, int page) throws IOException {
    List<String> runs = new ArrayList<>();
    PdfContentParser parser = new PdfContentParser(new PRTokeniser(reader.getPageContent(page)));
    List<PdfObject> operands = new ArrayList<>();
    while (!parser.parse(operands).isEmpty()) {
      if (operands.get(operands.size() - 1).toString().equals("BDC")
          && operands.get(1) instanceof PdfDictionary span
          && span.get(new PdfName("ActualText")) instanceof PdfString text) {
        runs.add(text.toUnicodeString());
      }
    }
    return String.join(" ", runs).replaceAll(" +", " ");
  }

  /** Text of all pages. */
  public static String ofDocument(PdfReader reader) throws IOException {
    List<String> pages = new ArrayList<>();
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      pages.add(ofPage(reader, page));
    }
    return String.join("\n", pages);
  }
}
