package org.fxbb.writers.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.copy.CopyTable;
import org.fxbb.writers.load.Load;
import org.fxbb.writers.series.SeriesRows.Day;
import org.fxbb.writers.series.SeriesRows.Window;

/**
 * Sends rows of a day straight into the partition of that day, or into staging where the partition
 * has a row with one of their keys. What goes straight in leaves its roll-up windows and its counts
 * by file for the merge.
 *
 * <p>The engine's role may COPY into a partition, but not into the table, which has row security.
 */
final class SeriesSender {
  private static final int SECONDS_OF_HOUR = 3_600;

  private final Load load;
  private final CopyTable windows;
  private final CopyTable counts;

  SeriesSender(Load load) {
    this.load = load;
    this.windows = load.copy("windows", List.of("table_name", "pop_id", "isp_id", "hour"));
    this.counts =
        load.copy("counts", List.of("table_name", "submission_file_id", "isp_id", "rows"));
  }

  /**
   * Sends a day's rows.
   *
   * @param uncontested whether every submission of theirs is new
   * @return how many rows went into staging
   */
  long send(SeriesTable table, Day day, boolean uncontested) {
    if (uncontested && load.sendIfNew(day.rows, table.partitionOf(day.epochDay))) {
      note(table, day);
      return 0;
    }
    load.send(day.rows, "staged_" + table.layout());
    return day.rows.rows();
  }

  private void note(SeriesTable table, Day day) {
    for (Window window : day.windows) {
      windows
          .row()
          .text(table.table())
          .int8(window.popId())
          .int8(window.ispId())
          .time(Instant.ofEpochSecond(window.hour() * SECONDS_OF_HOUR));
    }
    day.closeOrigin();
    for (Map.Entry<SubmissionOrigin, Long> of : day.rowsOfFiles.entrySet()) {
      counts
          .row()
          .text(table.table())
          .int8(of.getKey().fileId())
          .int8(of.getKey().ispId())
          .int8(of.getValue());
    }
  }

  void flush() {
    windows.flush();
    counts.flush();
  }
}
