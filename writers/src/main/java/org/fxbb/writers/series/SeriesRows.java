package org.fxbb.writers.series;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fxbb.writers.copy.CopyRows;
import org.fxbb.writers.load.Partitions;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one time series table in a batch: those that wait to be sent, encoded once, apart by
 * the Dhaka day whose partition they belong to. Not thread-safe.
 */
final class SeriesRows {
  private static final int FIRST_BUFFER = 64 << 10;

  final SeriesTable table;

  /** Every day of the batch so far. */
  final TouchedDays touched = new TouchedDays();

  private final Map<Long, Day> days = new TreeMap<>();
  private @Nullable Day last;
  private long staged;

  SeriesRows(SeriesTable table) {
    this.table = table;
  }

  /**
   * A roll-up window that rows touch.
   *
   * @param popId 0 where the row belongs to no PoP
   * @param hour hours since 1970-01-01T00:00Z, which are those of Dhaka too
   */
  record Window(long popId, long ispId, long hour) {}

  /** The rows of one day, and what a load must note of them. */
  static final class Day {
    final long epochDay;
    final CopyRows rows;
    final Set<Window> windows = new HashSet<>();
    final Map<SubmissionOrigin, Long> rowsOfFiles = new HashMap<>();
    private @Nullable Window lastWindow;
    private @Nullable SubmissionOrigin lastOrigin;
    private long ofLastOrigin;

    Day(long epochDay, List<String> columns) {
      this.epochDay = epochDay;
      this.rows = new CopyRows(columns, FIRST_BUFFER);
    }

    private void note(SubmissionOrigin origin, long popId, long hour) {
      Window window = lastWindow;
      if (window == null
          || window.hour() != hour
          || window.popId() != popId
          || window.ispId() != origin.ispId()) {
        lastWindow = new Window(popId, origin.ispId(), hour);
        windows.add(lastWindow);
      }
      if (!origin.equals(lastOrigin)) {
        closeOrigin();
        lastOrigin = origin;
      }
      ofLastOrigin++;
    }

    void closeOrigin() {
      if (lastOrigin != null && ofLastOrigin > 0) {
        rowsOfFiles.merge(lastOrigin, ofLastOrigin, Long::sum);
      }
      ofLastOrigin = 0;
    }
  }

  /** Begins a row; a day's rows are sent PoP by PoP, as the table's key begins. */
  CopyRows row(SubmissionOrigin origin, @Nullable Long popId, Instant time) {
    long seconds = time.getEpochSecond();
    long epochDay = TouchedDays.epochDay(seconds);
    Day day = last;
    if (day == null || day.epochDay != epochDay) {
      day = days.computeIfAbsent(epochDay, d -> new Day(d, table.columns()));
      last = day;
    }
    long pop = popId == null ? 0 : popId;
    day.note(origin, pop, Math.floorDiv(seconds, 3_600L));
    return day.rows.row(pop);
  }

  /** Bytes that wait. */
  long bytes() {
    long bytes = 0;
    for (Day day : days.values()) {
      bytes += day.rows.bytes();
    }
    return bytes;
  }

  /** Makes sure that every day that waits has its partition. */
  void makePartitions(Partitions partitions) {
    for (Day day : days.values()) {
      partitions.make(table.table(), TouchedDays.date(day.epochDay));
      touched.addDay(day.epochDay);
    }
  }

  /**
   * Sends what waits.
   *
   * @param uncontested whether every submission of these rows is new
   */
  void send(SeriesSender sender, boolean uncontested) {
    for (Day day : days.values()) {
      staged += sender.send(table, day, uncontested);
    }
    days.clear();
    last = null;
  }

  /** Rows of the batch that went into staging. */
  long staged() {
    return staged;
  }
}
