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
import org.fxbb.jobs.run.RunProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

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

  @ArgGroup(exclusive = false)
  private @Nullable ProfileOptions profile;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  /** Whose time is asked for. */
  private static final class ProfileOptions {
    @Option(
        names = "--profile",
        paramLabel = "<job>",
        required = true,
        description = "Show also where the time of a run went: of this job's newest run.")
    private String job = "";

    @Option(
        names = "--period",
        paramLabel = "<period>",
        description = "With --profile: of the newest run over this period.")
    private @Nullable String period;

    @Option(
        names = "--run",
        paramLabel = "<name>",
        description = "With --profile: of the run with this name or number.")
    private @Nullable String run;
  }

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
      List<RunProfile> attempts = profile == null ? List.of() : attempts(engine, profile);
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
      if (profile != null) {
        document.put("profile", attempts);
      }
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
                ProfileReport.print(writer, attempts);
                troubles.forEach(trouble -> writer.println("Attention: " + trouble));
              });
      return check && !troubles.isEmpty() ? ExitCode.FOUND : ExitCode.DONE;
    }
  }

  private List<RunProfile> attempts(Engine engine, ProfileOptions asked) {
    List<RunProfile> attempts = ProfileReport.list(engine, asked.job, asked.period, asked.run);
    if (attempts.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot show where the time went: expected a run of %s%s%s, found none on record. See the first table of fxbb status; runs that ended over 90 days ago are forgotten."
              .formatted(
                  asked.job,
                  asked.period == null ? "" : " over " + asked.period,
                  asked.run == null ? "" : " named \"" + asked.run + "\""));
    }
    return attempts;
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
