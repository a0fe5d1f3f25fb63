package org.fxbb.cron.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb status}: what arrived, what runs, what failed, what waits. */
@Command(name = "status", description = "Show arrivals, filings and the newest run of every job.")
final class StatusCommand implements Callable<Integer> {
  private static final Duration LONGEST_QUEUE = Duration.ofHours(1);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--check",
      description =
          "End with exit code 3 when a job's newest run failed or a file queues for over an hour.")
  private boolean check;

  private record Run(
      String job,
      @Nullable String period,
      @Nullable String run,
      String status,
      @Nullable String step) {}

  private record Filings(String period, String feed, long onTime, long late, long missing) {}

  @Override
  public Integer call() {
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      JdbcClient jdbc = JdbcClient.create(engine.get("etlDataSource", DataSource.class));
      List<Run> runs = runs(jdbc);
      Instant now = engine.get(Clock.class).instant();
      StatusFiles files = StatusFiles.read(jdbc, now);
      List<Filings> filings = filings(jdbc);
      List<String> troubles = troubles(runs, files.totals(), now);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("database", engine.get(Database.class).place());
      document.put("runs", runs);
      document.put("files", files.totals());
      document.put("largestFiles", files.largest());
      document.put("filings", filings);
      document.put("troubles", troubles);
      fxbb.output()
          .print(
              document,
              writer -> {
                writer.println("Jobs, newest run of each");
                Output.table(
                    writer,
                    List.of("job", "period", "run", "state", "newest step"),
                    runs.stream()
                        .map(
                            r ->
                                List.of(
                                    r.job(),
                                    text(r.period()),
                                    text(r.run()),
                                    r.status(),
                                    text(r.step())))
                        .toList());
                files.print(writer);
                writer.println("Filings by ISP");
                Output.table(
                    writer,
                    List.of("month", "feed", "on time", "late", "missing"),
                    filings.stream()
                        .map(
                            f ->
                                List.of(
                                    f.period(),
                                    f.feed(),
                                    Long.toString(f.onTime()),
                                    Long.toString(f.late()),
                                    Long.toString(f.missing())))
                        .toList());
                troubles.forEach(trouble -> writer.println("Attention: " + trouble));
              });
      return check && !troubles.isEmpty() ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  private static List<String> troubles(List<Run> runs, List<StatusFiles.Total> files, Instant now) {
    List<String> troubles = new ArrayList<>();
    for (Run run : runs) {
      if (run.status().equals("FAILED")) {
        troubles.add(
            "%s %s failed in step %s. Start it again: fxbb run %s%s"
                .formatted(
                    run.job(),
                    text(run.period()),
                    text(run.step()),
                    run.job(),
                    run.period() == null ? "" : " --period " + run.period()));
      }
    }
    for (StatusFiles.Total queue : files) {
      boolean queued = queue.state().equals("RECEIVED") || queue.state().equals("CHECKING");
      if (queued && queue.oldest().isBefore(now.minus(LONGEST_QUEUE))) {
        troubles.add(
            "%,d %s files of %s are %s, the oldest since %s. Start: fxbb run intake"
                .formatted(
                    queue.files(), queue.feed(), queue.inbox(), queue.state(), queue.oldest()));
      }
    }
    return troubles;
  }

  private static List<Run> runs(JdbcClient jdbc) {
    return jdbc.sql(Resources.sql(StatusCommand.class, "statusRuns"))
        .query(
            (row, i) ->
                new Run(
                    row.getString("job_name"),
                    row.getString("period"),
                    row.getString("run"),
                    row.getString("status"),
                    row.getString("step")))
        .list();
  }

  private static List<Filings> filings(JdbcClient jdbc) {
    return jdbc.sql(Resources.sql(StatusCommand.class, "statusFilings"))
        .query(
            (row, i) ->
                new Filings(
                    row.getString("period"),
                    row.getString("feed"),
                    row.getLong("on_time"),
                    row.getLong("late"),
                    row.getLong("missing")))
        .list();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
