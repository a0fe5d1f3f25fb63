package org.fxbb.cron.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fxbb.cron.Fxbb;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run --profile} and {@code status --profile} of a small night. */
final class ProfileIT {
  private static final String[] NIGHT = {"run", "nightly", "--period", "2026-01-01"};

  @TempDir private Path folder = Path.of("");
  private final TestDatabase database = TestDatabase.create();
  private final JdbcTemplate observer = new JdbcTemplate(database.superuser());
  private String out = "";
  private String err = "";

  @BeforeEach
  void makeADay() throws IOException {
    Files.writeString(
        folder.resolve("settings.properties"),
        """
        spring.datasource.url=%s
        spring.datasource.username=fxbb
        spring.datasource.password=test
        fxbb.var=%s
        fxbb.output=%s
        """
            .formatted(database.url(), folder.resolve("var"), folder.resolve("out")));
    String[] simulate = "simulate --isps 2 --pops 3 --days 1 --seed 5 --out".split(" ", -1);
    assertThat(run(and(simulate, folder.resolve("var/drop").toString())))
        .as(err)
        .isEqualTo(ExitCode.DONE);
  }

  private static List<String> and(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toList();
  }

  private List<String> complete(List<String> line) {
    List<String> complete = new ArrayList<>(line);
    complete.add("--config=" + folder.resolve("settings.properties"));
    complete.add("--as-of=2026-01-02T01:00:00+06:00");
    return complete;
  }

  private int run(List<String> line) {
    StringWriter outWriter = new StringWriter();
    StringWriter errWriter = new StringWriter();
    CommandLine command = Fxbb.commandLine();
    command.setOut(new PrintWriter(outWriter));
    command.setErr(new PrintWriter(errWriter));
    int code = command.execute(complete(line).toArray(String[]::new));
    out = outWriter.toString();
    err = errWriter.toString();
    return code;
  }

  private JsonNode profile(String... line) {
    assertThat(run(and(line, "--json"))).as(err).isEqualTo(ExitCode.DONE);
    return JsonMapper.shared().readTree(out).get("profile");
  }

  private static List<String> names(JsonNode list, String field) {
    return list.valueStream().map(node -> node.get(field).asString()).toList();
  }

  private static JsonNode step(JsonNode attempt, String name) {
    return attempt
        .get("steps")
        .valueStream()
        .filter(step -> step.get("step").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNightSaysWhereItsTimeWentAndStatusRepeatsIt() {
    assertThat(run(and(NIGHT, "--profile"))).as(err).isEqualTo(ExitCode.DONE);
    String table = out.substring(out.indexOf("Where the time of nightly 2026-01-01 went, run 1: "));
    assertThat(table)
        .contains("Where the time of intake 2026-01-02 went, run nightly 2026-01-01 1: COMPLETED")
        .contains("\n  load-dumps ", "\n    read ", "\n    merge ")
        .contains("\n  roll-up-witnesses ", "\n    insertInterfaces ");
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);

    assertThat(run(List.of("status", "--profile", "nightly"))).as(err).isEqualTo(ExitCode.DONE);
    assertThat(out).contains(table);

    JsonNode attempts = profile("status", "--profile", "nightly", "--period", "2026-01-01");
    assertThat(names(attempts, "job")).containsExactly("nightly", "intake");
    assertThat(names(attempts.get(0).get("steps"), "step"))
        .containsExactly(
            "ingest-leftovers",
            "mark-due-of-day",
            "roll-up-witnesses",
            "find-targets-down",
            "judge-slots",
            "list-outages",
            "list-coverage",
            "reconcile-so-far",
            "report-intake");
    JsonNode dumps = step(attempts.get(1), "load-dumps");
    assertThat(names(dumps.get("activities"), "activity"))
        .contains("queue", "read", "check", "encode", "COPY", "merge", "commit", "begin load");
    assertThat(dumps.get("workers").asInt()).isEqualTo(2);
    assertThat(names(step(attempts.get(0), "judge-slots").get("activities"), "activity"))
        .contains("wait for locks", "takeMarks", "drafts", "insertPopDays");
    attempts.forEach(attempt -> attempt.get("steps").forEach(ProfileIT::assertBusyFits));
  }

  /** Busy seconds are not more than the workers had. */
  private static void assertBusyFits(JsonNode step) {
    double busy =
        step.get("activities").valueStream().mapToDouble(a -> a.get("seconds").asDouble()).sum();
    assertThat(busy)
        .as(step.toString())
        .isLessThanOrEqualTo(step.get("workers").asInt() * step.get("seconds").asDouble());
  }

  /** A file that came before its month, and half of one that nobody goes on with. */
  private Path dropStrangeFiles() throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("var/drop/isps/isp-0001/inbox"));
    for (String name : List.of("isp-0001_packages_2031-05.csv", "isp-0001_pops_2025-12.csv.part")) {
      Files.setLastModifiedTime(
          Files.writeString(inbox.resolve(name), "a,b\n"),
          FileTime.from(Instant.parse("2026-01-01T05:00:00Z")));
    }
    return inbox.resolveSibling("outbox/unfinished-uploads.txt");
  }

  @Test
  void withoutTheOptionNothingIsShownAndAllIsRecorded() throws IOException {
    Path note = dropStrangeFiles();
    assertThat(run(List.of(NIGHT))).as(err).isEqualTo(ExitCode.DONE);
    assertThat(out).doesNotContain("Where the time");
    assertThat(run(List.of("status"))).isEqualTo(ExitCode.DONE);
    assertThat(out).doesNotContain("Where the time");
    assertThat(out.lines()).allMatch(line -> line.length() <= 100);
    assertThat(out)
        .contains(
            "Filings of 2025-12, due by 2026-01-11: 9 days left",
            "Filings of 2026-01, due by 2026-02-10",
            "2 ISPs: 0 complete (0 of them late, 0 with errors), 0 in part, 2 sent nothing. By ISP: --isps",
            "Refused in the last week, and so counted for no month: 1",
            "period_in_future",
            "Unfinished uploads that stand still for over 6 hours: 1",
            "inbox/isp-0001_pops_2025-12.csv.part");
    assertThat(note).content().contains("inbox/isp-0001_pops_2025-12.csv.part  4 bytes");
    assertThat(run(List.of("status", "--isps"))).isEqualTo(ExitCode.DONE);
    assertThat(out)
        .containsPattern("ISP +in force +packages +subscribers +pops +revenue")
        .containsPattern("isp-0001 +0 of 4 +due +due +due +due")
        .doesNotContain("newest run of each");
    assertThat(run(List.of("run", "remind"))).isEqualTo(ExitCode.DONE);
    assertThat(out)
        .contains(
            "Filings of 2025-12, due by 2026-01-11: 0 ISPs lack a mandatory feed; no reminders today, they go out from 2026-01-08 to 2026-01-14.",
            "No mail server is set (fxbb.mail.host): reminders go to outboxes only.",
            "Sent: nothing.");
    assertThat(run(List.of("run", "render", "--period", "2025-12", "--report", "R5")))
        .as(err)
        .isEqualTo(ExitCode.DONE);
    assertThat(out).contains("R5: " + folder.resolve("out/2025-12/R5/R5_filings_2025-12.xlsx"));
    assertThat(run(List.of("status", "--check")))
        .as("no agent was heard for an hour")
        .isEqualTo(ExitCode.FOUND);
    assertThat(out)
        .contains("Silent agents: ")
        .containsPattern("Attention: \\d+ agents are silent.");
    assertThat(run(List.of("status", "--profile", "nothing"))).isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .contains("expected a job, one of intake, judge-month, nightly, remind, render, ");
    assertThat(run(List.of("status", "--isp", "nobody"))).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("Cannot show filings of \"nobody\": expected the code of an ISP");
    assertThat(run(List.of("status", "--feed", "nothing"))).isEqualTo(ExitCode.USAGE);
    assertThat(err).contains("expected one of packages, subscribers, pops, revenue, bandwidth, ");

    assertThat(
            step(profile("status", "--profile", "intake").get(0), "take-files").get("activities"))
        .isNotEmpty();
    assertThat(run(List.of("status", "--profile", "nightly", "--run", "7")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err)
        .contains(
            "Cannot show where the time went: expected a run of nightly named \"7\", found none on record.");
  }

  @Test
  void aNightThatWasKilledKeepsItsRecordAndTheNextAttemptHasItsOwn() throws Exception {
    DataSource holder = database.etl();
    new TransactionTemplate(new DataSourceTransactionManager(holder))
        .executeWithoutResult(
            status -> {
              new JdbcTemplate(holder)
                  .execute(
                      "DO $$ BEGIN PERFORM pg_advisory_xact_lock(hashtext('fxbb_rollup'), hashtext('outages')); END $$");
              killWhenItWaits();
            });
    while (countLocks("granted") > 0) {
      Thread.onSpinWait(); // until the server has noticed that the process is gone
    }

    JsonNode before = profile("status", "--profile", "nightly");
    assertThat(names(before, "job")).containsExactly("nightly", "intake");
    assertThat(before.get(0).get("state").asString()).isEqualTo("STARTED");

    JsonNode after = profile(and(NIGHT, "--profile").toArray(String[]::new));
    assertThat(names(after, "job")).containsExactly("nightly", "intake", "nightly");
    assertThat(after.valueStream().map(node -> node.get("attempt").asInt()))
        .containsExactly(1, 1, 2);
    assertThat(names(after, "state")).containsExactly("CUT_OFF", "COMPLETED", "COMPLETED");
    assertThat(step(after.get(0), "list-outages").get("state").asString()).isEqualTo("CUT_OFF");
    assertThat(step(after.get(0), "judge-slots")).isEqualTo(step(before.get(0), "judge-slots"));
    assertThat(names(after.get(2).get("steps"), "step")).doesNotContain("ingest-leftovers");
    assertThat(step(after.get(2), "list-outages").get("activities")).isNotEmpty();

    assertThat(run(List.of("status", "--profile", "nightly"))).isEqualTo(ExitCode.DONE);
    assertThat(out)
        .contains("Where the time of nightly 2026-01-01 went, run 1, attempt 1: CUT_OFF\n")
        .contains("\n  list-outages CUT_OFF ")
        .contains("Where the time of nightly 2026-01-01 went, run 1, attempt 2: COMPLETED in ");
  }

  /** Runs the night in a process of its own until it wants a lock that this test holds. */
  private void killWhenItWaits() {
    try {
      Process night = start();
      while (night.isAlive() && countLocks("NOT granted") == 0) {
        night.waitFor(50, TimeUnit.MILLISECONDS);
      }
      assertThat(night.isAlive()).as(Files.readString(folder.resolve("errors"))).isTrue();
      night.destroyForcibly().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int countLocks(String condition) {
    Integer count =
        observer.queryForObject(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND "
                + condition,
            Integer.class);
    return count == null ? 0 : count;
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("org.fxbb.cron.Fxbb");
    command.addAll(complete(List.of(NIGHT)));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("output").toFile())
        .redirectError(folder.resolve("errors").toFile())
        .start();
  }
}
