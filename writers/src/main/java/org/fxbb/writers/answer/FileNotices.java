package org.fxbb.writers.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The notices of a page of files: few of a file are read with the others' in one statement, many
 * are streamed when they are told, so that memory does not grow with their number.
 */
final class FileNotices {
  private static final int FEW = 100;

  private final NamedParameterJdbcTemplate jdbc;
  private final Map<Long, Found> found = new HashMap<>();
  private final Map<Long, List<Told>> few = new HashMap<>();

  private FileNotices(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A notice as the answer tells it. */
  record Told(
      String code,
      String severity,
      @Nullable Long rowNumber,
      @Nullable String columnName,
      @Nullable String found,
      @Nullable String expected,
      String messageEn,
      String messageBn,
      @Nullable String fixEn) {

    private static Told of(ResultSet row) throws SQLException {
      return new Told(
          row.getString("code"),
          row.getString("severity"),
          row.getObject("row_number", Long.class),
          row.getString("column_name"),
          row.getString("found"),
          row.getString("expected"),
          row.getString("message_en"),
          row.getString("message_bn"),
          row.getString("fix_en"));
    }
  }

  private record Found(long notices, boolean rejectedRows) {}

  /** Reads what is to be told about some files. */
  static FileNotices of(NamedParameterJdbcTemplate jdbc, List<AnsweredFile> files) {
    FileNotices notices = new FileNotices(jdbc);
    if (!files.isEmpty()) {
      jdbc.query(
          sql("countNotices"),
          parameters(files),
          row -> {
            notices.found.put(
                row.getLong("id"),
                new Found(row.getLong("notices"), row.getBoolean("rejected_rows")));
          });
      List<AnsweredFile> withFew =
          files.stream()
              .filter(file -> notices.count(file) > 0 && notices.count(file) <= FEW)
              .toList();
      if (!withFew.isEmpty()) {
        jdbc.query(
            sql("noticesOfFiles"),
            parameters(withFew),
            row -> {
              notices
                  .few
                  .computeIfAbsent(row.getLong("submission_file_id"), id -> new ArrayList<>())
                  .add(Told.of(row));
            });
      }
    }
    return notices;
  }

  private static Map<String, Object> parameters(List<AnsweredFile> files) {
    List<OffsetDateTime> times = files.stream().map(AnsweredFile::noticesReceivedAt).toList();
    return Map.of(
        "ids", files.stream().map(AnsweredFile::noticesOf).toArray(Long[]::new),
        "received_ats", times.stream().map(OffsetDateTime::toString).toArray(String[]::new),
        "first", times.stream().min(Comparator.naturalOrder()).orElseThrow(),
        "last", times.stream().max(Comparator.naturalOrder()).orElseThrow(),
        "most", FEW + 1);
  }

  private long count(AnsweredFile file) {
    Found of = found.get(file.noticesOf());
    return of == null ? 0 : of.notices();
  }

  /** Whether rows of a file failed. */
  boolean hasRejectedRows(AnsweredFile file) {
    Found of = found.get(file.noticesOf());
    return of != null && of.rejectedRows();
  }

  /** Gives every notice of a file to a consumer, the worst first. */
  void forEach(AnsweredFile file, Consumer<Told> told) {
    if (count(file) > FEW) {
      jdbc.query(
          sql("notices"),
          file.noticeParameters(),
          row -> {
            told.accept(Told.of(row));
          });
    } else {
      few.getOrDefault(file.noticesOf(), List.of()).forEach(told);
    }
  }

  private static String sql(String name) {
    return SqlText.of(FileNotices.class, name);
  }
}
