package org.fxbb.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.fxbb.cron.schedule.ScheduleEntry;
import org.junit.jupiter.api.Test;

/** The table of jobs in the README of the repository, written from here and from the schedule. */
final class JobTableTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String BEGIN = "<!-- jobs:begin (written by JobTableTest) -->\n";
  private static final String END = "<!-- jobs:end -->";

  /** One job as an operator should know it. */
  private record Row(String job, String source, String sink, String onBadData, String restart) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "intake",
              "inboxes of the drop area",
              "archive, staging, business tables, answers in the outbox",
              "a notice per row or file; bad rows to quarantine, the rest is loaded",
              "a batch is one transaction: it is there or it is not; files left CHECKING are taken again"),
          new Row(
              "rollup",
              "dirty marks of the loads",
              "hourly and daily roll-ups",
              "unreliable samples are counted, not averaged",
              "windows are recomputed whole, their marks removed in the same transaction"),
          new Row(
              "nightly",
              "what is queued, and the day before",
              "roll-ups, slots, outages, PoP-day values",
              "not measured is said, never guessed",
              "a day is replaced as a whole"),
          new Row(
              "judge-month",
              "PoP-day values, slots, filings, policy",
              "verdicts, violations, scores, discrepancies",
              "too little evidence is a verdict of its own",
              "a month is replaced as a whole"),
          new Row(
              "render",
              "the judged month",
              "PDF and XLSX packs in the output folder",
              "figures that do not balance stop the pack",
              "files are replaced; the same data makes the same report"),
          new Row(
              "remind",
              "filings of the month that is due, contacts",
              "mails to technical contacts, pages in outboxes",
              "an ISP without an address is listed; a mail that is refused is tried again, then given up",
              "a message is claimed before it is sent: a crash in between repeats that one"),
          new Row(
              "retain",
              "partition policies, partitions beyond their retention",
              "partitions ahead of the clock, archived partitions, fresh statistics and indexes",
              "an archive that cannot be read back: nothing is dropped, the step fails",
              "each partition is written, verified and dropped in transactions of its own"));

  @Test
  void theReadmeShowsTheJobsAsTheyAreScheduled() throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf(BEGIN) + BEGIN.length();
    int end = readme.indexOf(END);
    String expected = table();
    String found = readme.substring(begin, end);
    if (Boolean.getBoolean("golden.update") && !found.equals(expected)) {
      Files.writeString(README, readme.substring(0, begin) + expected + readme.substring(end));
    }
    assertThat(found)
        .as("README.md between its markers; -Dgolden.update=true rewrites it")
        .isEqualTo(expected);
  }

  @Test
  void everyScheduledJobHasARow() {
    assertThat(ROWS)
        .extracting(Row::job)
        .containsAll(
            ScheduleEntry.table().stream().flatMap(entry -> entry.jobs().stream()).toList());
  }

  /** The jobs of the table, for the test that starts the engine. */
  static List<String> jobs() {
    return ROWS.stream().map(Row::job).toList();
  }

  private static String table() {
    return "| job | when (Asia/Dhaka) | source | sink | on bad data | restart |\n|---|---|---|---|---|---|\n"
        + ROWS.stream()
            .map(
                row ->
                    "| %s | %s | %s | %s | %s | %s |\n"
                        .formatted(
                            row.job(),
                            when(row.job()),
                            row.source(),
                            row.sink(),
                            row.onBadData(),
                            row.restart()))
            .collect(Collectors.joining());
  }

  private static String when(String job) {
    return ScheduleEntry.table().stream()
        .filter(entry -> entry.jobs().contains(job))
        .map(
            entry ->
                entry.jobs().indexOf(job) == 0
                    ? "`" + entry.cron() + "`"
                    : "after " + entry.jobs().get(entry.jobs().indexOf(job) - 1))
        .findFirst()
        .orElse("by hand");
  }
}
