package org.fxbb.writers.answer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.fxbb.readers.csv.FormulaGuard;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Writes {@code <name>.rejected.csv}: every row that failed, as it was received, with its number
 * and what to do.
 *
 * <p><b>Shape</b>: {@code row_number}, the columns of the file, then {@code error_code}, {@code
 * error_column}, {@code error_found}, {@code error_expected}, {@code error_fix}, {@code
 * error_fix_bn}. One line per row, so that the rows can be corrected here and put back: a row with
 * several errors has all of them in each error cell, in the same order, divided by {@code " | "}.
 * In the separator of the file, in UTF-8 with a byte order mark, so that a spreadsheet shows
 * Bangla; no cell can act as a formula.
 *
 * <p><b>Source</b>: specification 4.10.
 */
final class RejectedRows {
  private static final String QUERY = SqlText.of(RejectedRows.class, "rejectedRows");
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String BETWEEN_ERRORS = " | ";

  private final NamedParameterJdbcTemplate jdbc;

  RejectedRows(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Beside the answer whose files begin with this. */
  static String nameOf(String answerName) {
    return Outbox.stem(answerName) + ".rejected.csv";
  }

  /** A row, or a part of it with one of its errors. */
  private record Failed(long rowNumber, @Nullable String raw, List<List<String>> errors) {

    private static Failed of(ResultSet row) throws SQLException {
      long number = row.getLong("row_number");
      String code = row.getString("code");
      String column = row.getString("column_name");
      String found = row.getString("found");
      String expected = row.getString("expected");
      String fixBn =
          NoticeCatalogue.findByCode(code)
              .map(rule -> rule.fixBn(number, column, found, expected))
              .orElse("");
      List<String> error =
          Stream.of(code, column, found, expected, row.getString("fix_en"), fixBn)
              .map(cell -> cell == null ? "" : cell)
              .toList();
      return new Failed(number, row.getString("raw"), new ArrayList<>(List.of(error)));
    }
  }

  /** Streams the rows of one file; memory does not grow with their number. */
  void write(AnsweredFile file, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\ufeff');
    List<String> header = cells(file.headerLine());
    CSVPrinter printer =
        new CSVPrinter(text, FORMAT.builder().setDelimiter(file.separator()).get());
    List<Object> first = new ArrayList<>();
    first.add("row_number");
    header.forEach(cell -> first.add(FormulaGuard.guard(cell)));
    first.addAll(
        List.of(
            "error_code",
            "error_column",
            "error_found",
            "error_expected",
            "error_fix",
            "error_fix_bn"));
    printer.printRecord(first);
    jdbc.query(
        QUERY,
        file.noticeParameters(),
        (ResultSet rows) -> {
          Failed failed = null;
          while (rows.next()) {
            Failed next = Failed.of(rows);
            if (failed != null && failed.rowNumber == next.rowNumber) {
              failed.errors.addAll(next.errors);
            } else {
              print(printer, header.size(), failed);
              failed = next;
            }
          }
          print(printer, header.size(), failed);
          return true;
        });
    printer.flush();
  }

  private static void print(CSVPrinter printer, int columns, @Nullable Failed row) {
    if (row == null) {
      return;
    }
    List<Object> cells = new ArrayList<>();
    cells.add(row.rowNumber);
    List<String> raw = cells(row.raw);
    for (int i = 0; i < Math.max(columns, raw.size()); i++) {
      cells.add(i < raw.size() ? FormulaGuard.guard(raw.get(i)) : "");
    }
    for (int i = 0; i < row.errors.get(0).size(); i++) {
      int part = i;
      cells.add(
          FormulaGuard.guard(
              row.errors.stream()
                  .map(error -> error.get(part))
                  .collect(Collectors.joining(BETWEEN_ERRORS))));
    }
    try {
      printer.printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> cells(@Nullable String record) {
    if (record == null || record.isEmpty()) {
      return List.of();
    }
    try (CSVParser parser = CSVParser.parse(record, FORMAT)) {
      for (CSVRecord parsed : parser) {
        return parsed.toList();
      }
      return List.of();
    } catch (IOException | UncheckedIOException e) {
      return List.of(record); // a row that is no CSV record is shown whole in the first cell
    }
  }
}
