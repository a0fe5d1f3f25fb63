package org.fxbb.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.fxbb.reports.figure.FigureBook;
import org.fxbb.reports.figure.Unit;
import org.fxbb.reports.table.Table;
import org.fxbb.reports.table.TableLayout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackWorkbookTest {
  private static final About ABOUT =
      new About("Proof", List.of(), List.of(), Instant.parse("2026-02-10T00:00:00Z"));

  @Test
  void moreRowsThanASheetHoldsGoToNumberedSheets() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PackWorkbook(40).write(out, ABOUT, Optional.empty(), List.of(table(100)));
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly("About", "Files 1", "Files 2", "Files 3");
      Sheet last = workbook.findSheet("Files 3").orElseThrow();
      assertThat(last.read().get(2).getCell(0).asNumber().intValue()).isEqualTo(80);
    }
  }

  @Test
  void aTableWithoutRowsSaysSo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PackWorkbook().write(out, ABOUT, Optional.empty(), List.of(table(0)));
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      Sheet sheet = workbook.findSheet("Files").orElseThrow();
      assertThat(sheet.read().get(2).getCellText(0)).isEqualTo("Nothing to list.");
    }
  }

  private static Table table(int rows) {
    List<Map<String, @Nullable Object>> records = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      records.add(Map.of("row_key", "r" + i, "n", i));
    }
    return TableLayout.of("files", "Files", "ফাইল")
        .number("n", "Number", "সংখ্যা", Unit.COUNT)
        .fill(records, new FigureBook("R9", "2026-01"));
  }
}
