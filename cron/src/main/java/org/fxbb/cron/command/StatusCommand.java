package org.fxbb.cron.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.database.Database;
import org.fxbb.jobs.arrivals.Arrivals;
import org.fxbb.jobs.arrivals.FeedArrival;
import org.fxbb.jobs.ingest.IntakePolicy;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.RunProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb status}: who has filed and who has not, what runs, what failed, what waits. */
@Command(
    name = "status",
    description = "Show who has filed and who has not, and the newest run of every job.")
final class StatusCommand implements Callable<Integer> {
  private static final Duration LONGEST_QUEUE = Duration.ofHours(1);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--check",
      description =
          "End with exit code 3 when something needs attention: a job's newest run failed, a file queues for over an hour, a filing is overdue, an agent is silent, a reminder did not go out.")
  private boolean check;

  @Option(
      names = "--period",
      paramLabel = "<period>",
      description =
          "Filings of this month, such as 2026-01; without it of the month that is due and of the running one. With --profile: the newest run over this period.")
  private @Nullable String period;

  @Option(names = "--isp", paramLabel = "<code>", description = "Filings and agents of one ISP.")
  private @Nullable String isp;

  @Option(names = "--feed", paramLabel = "<feed>", description = "Filings of one feed.")
  private @Nullable String feed;

  @Option(names = "--all", description = "List everything, not the first 20.")
  private boolean all;

  @Option(
      names = "--isps",
      description = "A line per ISP: what it has filed and what not, those that lack most first.")
  private boolean isps;

  @Option(
      names = "--profile",
      paramLabel = "<job>",
      description = "Show where the time of a run went instead: of this job's newest run.")
  private @Nullable String profile;

  @Option(
      names = "--run",
      paramLabel = "<name>",
      description = "With --profile: of the run with this name or number.")
  private @Nullable String run;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  private record Run(
      String job,
      @Nullable String period,
      @Nullable String run,
      String status,
      @Nullable String step) {}

  @Override
  public Integer call() {
    if (run != null && profile == null) {
      throw usage(
          "Cannot show the run \"%s\": expected --profile <job> beside --run, to say of which job, such as --profile nightly --run %s."
              .formatted(run, run));
    }
    YearMonth month = profile == null && period != null ? month(period) : null;
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      return profile == null ? showAll(engine, month) : showProfile(engine, profile);
    }
  }

  private int showAll(Engine engine, @Nullable YearMonth month) {
    JdbcClient jdbc = JdbcClient.create(engine.get("etlDataSource", DataSource.class));
    Instant now = engine.get(Clock.class).instant();
    List<Run> runs = runs(jdbc);
    StatusFiles files = StatusFiles.read(jdbc, now);
    StatusArrivals.Asked asked = new StatusArrivals.Asked(isp, feed, all, isps);
    StatusArrivals arrivals = arrivals(engine, month, now);
    refuseUnknown(arrivals);
    List<String> troubles = troubles(runs, files.totals(), now);
    troubles.addAll(arrivals.troubles());
    StatusReminders reminders = StatusReminders.read(jdbc, now);
    troubles.addAll(reminders.troubles());
    StatusArrivals shown = arrivals.only(asked);
    StatusRefused refused = StatusRefused.read(jdbc, now, isp);
    StatusUploads uploads =
        StatusUploads.read(engine.get(Folders.class).dropArea(), unfinishedHours(engine), isp);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("database", engine.get(Database.class).place());
    document.put("arrivals", shown.document());
    document.put("refusedFiles", refused.files());
    document.put("unfinishedUploads", uploads.files());
    document.put("reminders", reminders.document());
    document.put("runs", runs);
    document.put("files", files.totals());
    document.put("largestFiles", files.largest());
    document.put("troubles", troubles);
    fxbb.output()
        .print(
            document,
            writer -> {
              shown.print(writer, asked);
              refused.print(writer, asked);
              uploads.print(writer, all);
              if (isps) {
                return;
              }
              reminders.print(writer);
              files.print(writer);
              writer.println("Jobs, newest run of each");
              Output.fittedTable(
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
              troubles.forEach(trouble -> Output.wrap(writer, "Attention: " + trouble));
            });
    return check && !troubles.isEmpty() ? ExitCode.FOUND : ExitCode.DONE;
  }

  private int showProfile(Engine engine, String job) {
    List<String> names = engine.get(JobRuns.class).names();
    if (!names.contains(job)) {
      throw usage(
          "Cannot show where the time of \"%s\" went: expected a job, one of %s."
              .formatted(job, String.join(", ", names)));
    }
    List<RunProfile> attempts = attempts(engine, job);
    fxbb.output()
        .print(Map.of("profile", attempts), writer -> ProfileReport.print(writer, attempts));
    return ExitCode.DONE;
  }

  private StatusArrivals arrivals(Engine engine, @Nullable YearMonth month, Instant now) {
    Arrivals arrivals = engine.get(Arrivals.class);
    List<Period> months =
        month == null
            ? List.of(
                arrivals.monthFiled(), Period.ofMonth(arrivals.monthFiled().month().plusMonths(1)))
            : List.of(Period.ofMonth(month));
    return new StatusArrivals(
        months.stream().map(arrivals::of).toList(), arrivals.listSilentAgents(), now);
  }

  private static long unfinishedHours(Engine engine) {
    return IntakePolicy.read(engine.get("etlDataSource", DataSource.class), engine.get(Clock.class))
        .number("intake.unfinished-hours")
        .longValue();
  }

  private void refuseUnknown(StatusArrivals arrivals) {
    List<FeedArrival> feeds = arrivals.months().get(0).feeds();
    List<String> names = feeds.stream().map(FeedArrival::feed).distinct().toList();
    if (isp != null && feeds.stream().noneMatch(f -> f.isp().equals(isp))) {
      throw usage(
          "Cannot show filings of \"%s\": expected the code of an ISP with a licence in force, such as %s."
              .formatted(isp, feeds.stream().findFirst().map(FeedArrival::isp).orElse("isp-0001")));
    }
    if (feed != null && !feeds.isEmpty() && !names.contains(feed)) {
      throw usage(
          "Cannot show filings of the feed \"%s\": expected one of %s."
              .formatted(feed, String.join(", ", names)));
    }
  }

  private YearMonth month(String text) {
    try {
      return Period.month(text);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private List<RunProfile> attempts(Engine engine, String job) {
    List<RunProfile> attempts = ProfileReport.list(engine, job, period, run);
    if (attempts.isEmpty()) {
      throw usage(
          "Cannot show where the time went: expected a run of %s%s%s, found none on record. fxbb status lists the newest run of each job; runs that ended over 90 days ago are forgotten."
              .formatted(
                  job,
                  period == null ? "" : " over " + period,
                  run == null ? "" : " named \"" + run + "\""));
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

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
