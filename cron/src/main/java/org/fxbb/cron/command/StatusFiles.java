package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.fxbb.cron.Resources;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The files that arrived in the last day and those that are queued, added up by inbox, feed and
 * state, and the largest of them. Two statements; no list of all files is made.
 *
 * @param totals by inbox, feed and state
 * @param largest ten at most, the largest first
 */
record StatusFiles(List<Total> totals, List<Large> largest) {
  private static final Duration LATELY = Duration.ofDays(1);

  /**
   * Files of one inbox and feed in one state; rows are added up where they were counted.
   *
   * @param bytes as delivered
   * @param oldest when the first of them arrived
   */
  record Total(
      String inbox,
      String feed,
      String state,
      long files,
      long bytes,
      Instant oldest,
      long received,
      long loaded,
      long quarantined,
      long duplicate,
      long rejected) {}

  /**
   * One file.
   *
   * @param bytes as delivered
   * @param seconds from its arrival to its state
   * @param received its rows; null, like where they went, until they are counted
   */
  record Large(
      String fileName,
      String sender,
      String state,
      long bytes,
      long seconds,
      @Nullable Long received,
      @Nullable Long loaded,
      @Nullable Long quarantined,
      @Nullable Long duplicate,
      @Nullable Long rejected) {}

  /** Reads them as of an instant. */
  static StatusFiles read(JdbcClient jdbc, Instant now) {
    OffsetDateTime since = now.minus(LATELY).atOffset(ZoneOffset.UTC);
    return new StatusFiles(
        jdbc.sql(Resources.sql(StatusCommand.class, "statusFiles"))
            .param("since", since)
            .query(
                (row, i) ->
                    new Total(
                        row.getString("inbox"),
                        row.getString("feed"),
                        row.getString("state"),
                        row.getLong("files"),
                        row.getLong("bytes"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant(),
                        row.getLong("received"),
                        row.getLong("loaded"),
                        row.getLong("quarantined"),
                        row.getLong("duplicate"),
                        row.getLong("rejected")))
            .list(),
        jdbc.sql(Resources.sql(StatusCommand.class, "statusLargest"))
            .param("since", since)
            .query(Large.class)
            .list());
  }

  /** Prints both as tables. */
  void print(PrintWriter writer) {
    writer.println("Files of the last day and of the queue, and where their rows went");
    Output.fittedTable(
        writer,
        List.of(
            "inbox",
            "feed",
            "state",
            "files",
            "MB",
            "rows",
            "loaded",
            "quarantined",
            "duplicate",
            "rejected"),
        totals.stream()
            .map(
                t ->
                    List.of(
                        t.inbox(),
                        t.feed(),
                        words(t.state()),
                        number(t.files()),
                        number(t.bytes() / 1_000_000),
                        number(t.received()),
                        number(t.loaded()),
                        number(t.quarantined()),
                        number(t.duplicate()),
                        number(t.rejected())))
            .toList());
    writer.println("The largest of them");
    Output.fittedTable(
        writer,
        List.of(
            "file",
            "state",
            "kB",
            "seconds",
            "rows",
            "loaded",
            "quarantined",
            "duplicate",
            "rejected"),
        largest.stream()
            .map(
                f ->
                    List.of(
                        f.fileName(),
                        words(f.state()),
                        number(f.bytes() / 1_000),
                        number(f.seconds()),
                        number(f.received()),
                        number(f.loaded()),
                        number(f.quarantined()),
                        number(f.duplicate()),
                        number(f.rejected())))
            .toList());
  }

  /** A state as a table shows it. */
  private static String words(String state) {
    return state.toLowerCase(Locale.ROOT).replace('_', ' ').replace("accepted with", "with");
  }

  private static String number(@Nullable Long value) {
    return value == null ? "" : "%,d".formatted(value);
  }
}
