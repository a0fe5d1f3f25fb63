package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fxbb.cron.Resources;
import org.fxbb.cron.command.StatusArrivals.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Files of the last week that were refused before they counted for a month: a month that cannot be
 * filed yet, a name or a sender that nobody knows. The filings of a month cannot show them.
 *
 * @param files the newest first
 */
record StatusRefused(List<Refused> files) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int SHOWN = 10;

  /** One file. */
  record Refused(String sender, String file, Instant received, @Nullable String reason) {}

  /** Reads them as of an instant. */
  static StatusRefused read(JdbcClient jdbc, Instant now, @Nullable String isp) {
    return new StatusRefused(
        jdbc.sql(Resources.sql(StatusRefused.class, "statusRefused"))
            .param("since", now.minus(WEEK).atOffset(ZoneOffset.UTC))
            .param("sender", isp)
            .query(
                (row, i) ->
                    new Refused(
                        row.getString("sender"),
                        row.getString("file_name"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("state_reason")))
            .list());
  }

  void print(PrintWriter writer, Asked asked) {
    if (files.isEmpty()) {
      return;
    }
    boolean all = asked.all() || asked.isp() != null;
    writer.println(
        "Refused in the last week, and so counted for no month: %,d".formatted(files.size()));
    Output.fittedTable(
        writer,
        List.of("sender", "file", "received", "why"),
        files.stream()
            .limit(all ? files.size() : SHOWN)
            .map(
                file ->
                    List.of(
                        file.sender(),
                        file.file(),
                        StatusArrivals.minutes(file.received()),
                        file.reason() == null ? "" : file.reason()))
            .toList());
    if (!all && files.size() > SHOWN) {
      writer.println("  and %,d more: --all shows them".formatted(files.size() - SHOWN));
    }
  }
}
