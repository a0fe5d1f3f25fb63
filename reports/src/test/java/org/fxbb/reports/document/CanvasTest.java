package org.fxbb.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.figure.Unit;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private static final RunningHead HEAD =
      new RunningHead(
          "R9", "Proof of the canvas", "January 2026", "proof-set", "INDICATIVE", "A proof.");

  @Test
  void banglaExtractsAsTheUnicodeThatWasWritten() throws IOException {
    String text =
        text(
            document(
                canvas -> canvas.paragraph("ক্ষেত্র ব্রাহ্মণবাড়িয়া, কিশোরগঞ্জ (Kishoreganj)")));
    assertThat(text)
        .contains("ক্ষেত্র ব্রাহ্মণবাড়িয়া")
        .contains("কিশোরগঞ্জ")
        .contains("(Kishoreganj)");
  }

  @Test
  void headerIsRepeatedAndEveryPageCarriesCodeStatusAndNumber() throws IOException {
    byte[] pdf = document(canvas -> canvas.table(table(120)));
    PdfReader reader = new PdfReader(pdf);
    assertThat(reader.getNumberOfPages()).isGreaterThan(1);
    for (int page = 1; page <= reader.getNumberOfPages(); page++) {
      String text = ExtractedText.ofPage(reader, page);
      assertThat(text).contains("R9", "INDICATIVE", "Page " + page + " of", "download");
    }
  }

  @Test
  void contentsLinkToChaptersAndBookmarksExist() throws IOException {
    byte[] pdf =
        document(
            canvas -> {
              canvas.contents(List.of("First chapter"));
              canvas.newPage();
              canvas.heading(1, "First chapter");
              canvas.heading(2, "A section");
            });
    PdfReader reader = new PdfReader(pdf);
    assertThat(reader.getCatalog().get(com.lowagie.text.pdf.PdfName.OUTLINES)).isNotNull();
    assertThat(reader.getCatalog().get(com.lowagie.text.pdf.PdfName.LANG)).hasToString("en");
    assertThat(reader.getLinks(1)).hasSize(1);
  }

  private static Table table(int rows) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Map<String, @Nullable Object> record = new LinkedHashMap<>();
      record.put("row_key", "isp-%04d".formatted(i));
      record.put("name", "Padma Net " + i);
      record.put("name_bn", "পদ্মা নেট");
      record.put("median", i % 7 == 0 ? null : new BigDecimal("12.345").add(BigDecimal.valueOf(i)));
      records.add(record);
    }
    return TableLayout.of("proof", "A proof table", "একটি সারণি")
        .words("name", "Provider", "প্রতিষ্ঠান")
        .number("median", "Median download", "মধ্যম ডাউনলোড", Unit.MBPS)
        .note("A footnote.")
        .source("made up.")
        .fill(records, new FigureBook("R9", "2026-01"));
  }

  private interface Drawing {
    void on(Canvas canvas);
  }

  private static byte[] document(Drawing drawing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Canvas canvas = new Canvas(out, HEAD, Instant.parse("2026-02-10T00:00:00Z"))) {
      drawing.on(canvas);
    }
    return out.toByteArray();
  }

  private static String text(byte[] pdf) throws IOException {
    return ExtractedText.ofPage(new PdfReader(pdf), 1);
  }
}
