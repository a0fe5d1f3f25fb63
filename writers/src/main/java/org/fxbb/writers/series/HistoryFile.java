package org.fxbb.writers.series;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.fxbb.writers.file.CsvForm;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The state of a history file while its parts are loaded, each in a transaction of its own: its
 * counts grow from part to part, and a part that is noted is not loaded again.
 *
 * <p><b>Source</b>: spec 4.7 and 4.10.
 */
public final class HistoryFile {
  private HistoryFile() {}

  /**
   * Begins to count; false where an earlier run did.
   *
   * @param form how the file is written, for the answer
   */
  public static boolean begin(Load load, long fileId, CsvForm form) {
    return load.run(
            sql("beginHistory"),
            Map.of(
                "id", fileId,
                "header", form.header(),
                "separator", String.valueOf(form.separator())))
        > 0;
  }

  /** Numbers of the parts that are loaded. */
  public static Set<Integer> listParts(Load load, long fileId) {
    return new HashSet<>(
        load.query(
            sql("listHistoryParts"), Map.of("id", fileId), (row, i) -> row.getInt("part_number")));
  }

  /** Adds a part that was merged. */
  static void addPart(Load load, long fileId, int part, long rows) {
    load.run(sql("addHistoryPart"), Map.of("id", fileId, "part", part, "rows", rows));
  }

  /**
   * Ends the file: accepted, with errors where rows are in quarantine or the file was damaged.
   *
   * @param contentSha256 of the decompressed content; null where it could not be read to its end
   * @param damage code of the notice that says why not; null where it could
   */
  public static void finish(
      Load load, long fileId, @Nullable String contentSha256, @Nullable String damage) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("id", fileId);
    values.put("content_sha256", contentSha256);
    values.put("damage", damage);
    load.run(sql("finishHistory"), values);
  }

  private static String sql(String name) {
    return SqlText.of(HistoryFile.class, name);
  }
}
