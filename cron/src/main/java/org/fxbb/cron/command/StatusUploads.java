package org.fxbb.cron.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fxbb.jobs.intake.UnfinishedUploads;
import org.fxbb.jobs.intake.UnfinishedUploads.Unfinished;
import org.jspecify.annotations.Nullable;

/**
 * Uploads that stand still: their senders are told too.
 *
 * @param hours for how long at least
 * @param files the oldest first
 */
record StatusUploads(long hours, List<Unfinished> files) {
  private static final int SHOWN = 10;

  /** Looks for them by the real time of the machine. */
  static StatusUploads read(Path dropArea, long hours, @Nullable String isp) {
    Instant since = Instant.now(Clock.systemUTC()).minus(Duration.ofHours(hours));
    try {
      return new StatusUploads(
          hours,
          UnfinishedUploads.find(dropArea, since).stream()
              .filter(file -> isp == null || isp.equals(file.sender()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for unfinished uploads in " + dropArea, e);
    }
  }

  void print(PrintWriter writer, boolean all) {
    if (files.isEmpty()) {
      return;
    }
    writer.println(
        "Unfinished uploads that stand still for over %,d hours: %,d"
            .formatted(hours, files.size()));
    Output.fittedTable(
        writer,
        List.of("sender", "file", "kB", "last touched"),
        files.stream()
            .limit(all ? files.size() : SHOWN)
            .map(
                file ->
                    List.of(
                        file.sender(),
                        file.file(),
                        "%,d".formatted(file.bytes() / 1_000),
                        StatusArrivals.minutes(file.touched())))
            .toList());
    if (!all && files.size() > SHOWN) {
      writer.println("  and %,d more: --all shows them".formatted(files.size() - SHOWN));
    }
  }
}
