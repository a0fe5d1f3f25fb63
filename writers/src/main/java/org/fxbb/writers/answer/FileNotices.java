package org.fxbb.writers.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fxbb.readers.notice.NoticeCatalogue;
import org.fxbb.writers.answer.AnsweredFile.Version;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The notices of a page of files: few of a file are read once, many are streamed each time they are
 * told, so that memory does not grow with their number.
 *
 * <p><b>Shape</b>: the worst first, then by code and row.
 */
final class FileNotices {
  private static final int FEW = 100;

  private final NamedParameterJdbcTemplate jdbc;
  private final Map<Long, List<OfCode>> codes = new HashMap<>();
  private final Set<Long> withRejectedRows = new HashSet<>();
  private final Map<Long, List<Told>> few = new HashMap<>();

  private FileNotices(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A notice as the answer tells it.
   *
   * @param isNew whether the try before was not told it; null where that cannot be said
   */
  record Told(
      String code,
      String severity,
      @Nullable Long rowNumber,
      @Nullable String columnName,
      @Nullable String found,
      @Nullable String expected,
      String messageEn,
      String messageBn,
      @Nullable String fixEn,
      @Nullable Boolean isNew) {

    private static Told of(ResultSet row, boolean compared) throws SQLException {
      return new Told(
          row.getString("code"),
          row.getString("severity"),
          row.getObject("row_number", Long.class),
          row.getString("column_name"),
          row.getString("found"),
          row.getString("expected"),
          row.getString("message_en"),
          row.getString("message_bn"),
          row.getString("fix_en"),
          compared ? row.getObject("is_new", Boolean.class) : null);
    }

    /** What to do, in Bangla; null where the catalogue no longer has the rule. */
    @Nullable String fixBn() {
      return NoticeCatalogue.findByCode(code)
          .map(rule -> rule.fixBn(rowNumber, columnName, found, expected))
          .orElse(null);
    }
  }

  /** How many notices of a code a file has, and the first of them. */
  record OfCode(Told first, long notices) {}

  /** Reads what is to be told about some files. */
  static FileNotices of(NamedParameterJdbcTemplate jdbc, List<AnsweredFile> files) {
    FileNotices notices = new FileNotices(jdbc);
    if (!files.isEmpty()) {
      notices.read(files);
    }
    return notices;
  }

  private void read(List<AnsweredFile> files) {
    jdbc.query(
        sql("noticeCodes"),
        parameters(files),
        row -> {
          codes
              .computeIfAbsent(row.getLong("submission_file_id"), id -> new ArrayList<>())
              .add(new OfCode(Told.of(row, false), row.getLong("notices")));
        });
    jdbc.query(
        sql("withRejectedRows"),
        parameters(files),
        row -> {
          withRejectedRows.add(row.getLong("id"));
        });
    List<AnsweredFile> withFew =
        files.stream()
            .filter(file -> file.previous() == null && count(file) > 0 && count(file) <= FEW)
            .toList();
    if (!withFew.isEmpty()) {
      jdbc.query(
          sql("noticesOfFiles"),
          parameters(withFew),
          row -> {
            few.computeIfAbsent(row.getLong("submission_file_id"), id -> new ArrayList<>())
                .add(Told.of(row, true));
          });
    }
  }

  private static Map<String, Object> parameters(List<AnsweredFile> files) {
    List<OffsetDateTime> times = files.stream().map(AnsweredFile::noticesReceivedAt).toList();
    return Map.of(
        "ids", files.stream().map(AnsweredFile::noticesOf).toArray(Long[]::new),
        "received_ats", times.stream().map(OffsetDateTime::toString).toArray(String[]::new),
        "first", times.stream().min(Comparator.naturalOrder()).orElseThrow(),
        "last", times.stream().max(Comparator.naturalOrder()).orElseThrow());
  }

  /** How many notices a file has. */
  long count(AnsweredFile file) {
    return listCodes(file).stream().mapToLong(OfCode::notices).sum();
  }

  /** How many of its notices are of a severity. */
  long count(AnsweredFile file, String severity) {
    return listCodes(file).stream()
        .filter(code -> code.first().severity().equals(severity))
        .mapToLong(OfCode::notices)
        .sum();
  }

  /** Its notices by code, the worst first. */
  List<OfCode> listCodes(AnsweredFile file) {
    return codes.getOrDefault(file.noticesOf(), List.of());
  }

  /** Whether rows of a file failed. */
  boolean hasRejectedRows(AnsweredFile file) {
    return withRejectedRows.contains(file.noticesOf());
  }

  /** What changed since the try before; null where there was none. */
  @Nullable Difference findDifference(AnsweredFile file) {
    Version previous = file.previous();
    if (previous == null) {
      return null;
    }
    List<Difference.OfCode> changes =
        jdbc.query(
            sql("difference"),
            file.noticeParameters(),
            (row, i) ->
                new Difference.OfCode(
                    row.getString("code"),
                    row.getLong("fixed"),
                    row.getLong("new"),
                    row.getLong("still")));
    return new Difference(previous, changes);
  }

  /** Gives every notice of a file to a consumer. */
  void forEach(AnsweredFile file, Consumer<Told> told) {
    List<Told> known = few.get(file.noticesOf());
    if (known == null && count(file) > 0) {
      boolean keep = count(file) <= FEW;
      List<Told> kept = new ArrayList<>();
      jdbc.query(
          sql(file.previous() == null ? "notices" : "noticesSincePrevious"),
          file.noticeParameters(),
          row -> {
            Told notice = Told.of(row, true);
            if (keep) {
              kept.add(notice);
            } else {
              told.accept(notice);
            }
          });
      known = kept;
      if (keep) {
        few.put(file.noticesOf(), kept);
      }
    }
    if (known != null) {
      known.forEach(told);
    }
  }

  private static String sql(String name) {
    return SqlText.of(FileNotices.class, name);
  }
}
