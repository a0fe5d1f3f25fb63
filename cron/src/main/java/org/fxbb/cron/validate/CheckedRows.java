package org.fxbb.cron.validate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.validate.FileCheck.Form;
import org.fxbb.readers.csv.FormulaGuard;
import org.fxbb.readers.notice.Notice;

/**
 * Writes the rows of a CSV file that would not be loaded, as {@code <name>.rejected.csv} of the
 * filing desk has them: the row with its number, then what is wrong with it and what to do.
 *
 * <p><b>Source</b>: spec 4.10.
 */
public final class CheckedRows {
  private static final String BETWEEN_ERRORS = " | ";

  private CheckedRows() {}

  /**
   * Writes them by reading the file once more.
   *
   * @param check of the same file
   * @throws EngineFailure where the file has no rows of its own, or the target cannot be written
   */
  public static void write(FileCheck check, Path file, Path target) {
    Form form = check.form();
    if (form == null) {
      throw new EngineFailure(
          "Cannot write the rejected rows of %s: expected a CSV file with a header, found none."
              .formatted(file));
    }
    try (Writer out = Files.newBufferedWriter(target)) {
      out.write('\ufeff');
      CsvWriter csv =
          CsvWriter.builder()
              .fieldSeparator(form.separator())
              .lineDelimiter(LineDelimiter.CRLF)
              .build(out);
      List<String> header = new ArrayList<>(List.of("row_number"));
      form.header().forEach(cell -> header.add(FormulaGuard.guard(cell)));
      header.addAll(
          List.of(
              "error_code",
              "error_column",
              "error_found",
              "error_expected",
              "error_fix",
              "error_fix_bn"));
      csv.writeRecord(header);
      FileCheck.of(
          file,
          new Findings() {
            @Override
            public void rejected(long rowNumber, List<String> cells, List<Notice> errors) {
              csv.writeRecord(record(rowNumber, cells, errors, form.header().size()));
            }
          });
      csv.flush();
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot write %s: expected a file that can be written, found \"%s\"."
              .formatted(target, e.getMessage()),
          e);
    }
  }

  private static List<String> record(
      long rowNumber, List<String> cells, List<Notice> errors, int columns) {
    List<String> record = new ArrayList<>(List.of(Long.toString(rowNumber)));
    for (int i = 0; i < Math.max(columns, cells.size()); i++) {
      record.add(i < cells.size() ? FormulaGuard.guard(cells.get(i)) : "");
    }
    List<Function<Notice, Object>> parts =
        List.of(
            Notice::code,
            notice -> Objects.requireNonNullElse(notice.columnName(), ""),
            notice -> Objects.requireNonNullElse(notice.found(), ""),
            notice -> Objects.requireNonNullElse(notice.expected(), ""),
            Notice::fix,
            Notice::fixBn);
    for (Function<Notice, Object> part : parts) {
      record.add(
          FormulaGuard.guard(
              errors.stream()
                  .map(error -> part.apply(error).toString())
                  .collect(Collectors.joining(BETWEEN_ERRORS))));
    }
    return record;
  }
}
