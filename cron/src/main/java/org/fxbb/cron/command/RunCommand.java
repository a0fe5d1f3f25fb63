package org.fxbb.cron.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.schedule.PeriodRule;
import org.fxbb.cron.terminal.TerminalProgress;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.jobs.run.RunParameters;
import org.fxbb.jobs.run.RunProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb run <job>}: one job, now, for one period. */
@Command(
    name = "run",
    description =
        "Run one job now: intake, rollup, nightly, judge-month, render, remind or retain.")
final class RunCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Parameters(paramLabel = "<job>", description = "The job's name.")
  private String job = "";

  @Option(
      names = "--period",
      paramLabel = "<period>",
      description =
          "A day such as 2026-01-31 (nightly) or a month such as 2026-01 (judge-month, render). Without it: the day before the clock's date, or its month; render takes the last full month.")
  private @Nullable String period;

  @Option(
      names = "--isp",
      paramLabel = "<code>",
      description = "Of render: only the scorecard (R2) of this ISP.")
  private @Nullable String isp;

  @Option(
      names = "--report",
      paramLabel = "<code>",
      converter = ReportCode.class,
      description = "Of render: only this report, R1, R2 or R5.")
  private @Nullable String report;

  @Option(
      names = "--run",
      paramLabel = "<name>",
      description =
          "Which run over the period this is; the same one completes once. Usually left out.")
  private @Nullable String run;

  @Option(
      names = "--again",
      description = "Run even when the period was done: takes the next unused run number.")
  private boolean again;

  @Option(
      names = "--profile",
      description =
          "Then show where the time went, step by step. It is recorded in any case: fxbb status --profile <job> shows it later.")
  private boolean profile;

  /** The job's name as typed. */
  String job() {
    return job;
  }

  @Override
  public Integer call() {
    PeriodRule rule = PeriodRule.ofJob(job);
    refuseNarrowingThatDoesNothing();
    String given = period == null ? null : parsed(rule, period);
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      JobRuns runs = engine.get(JobRuns.class);
      String text = given == null ? rule.newest(engine.get(Clock.class)).text() : given;
      if (!runs.names().contains(job)) {
        throw usage(
            "Cannot run \"%s\": expected one of %s."
                .formatted(job, String.join(", ", runs.names())));
      }
      RunOutcome outcome = runs.run(job, text, runName(runs, rule), narrowing());
      List<RunProfile> attempts =
          profile ? ProfileReport.list(engine, job, text, outcome.run()) : List.of();
      Map<String, Object> document = document(outcome);
      if (profile) {
        document.put("profile", attempts);
      }
      fxbb.output()
          .print(
              document,
              writer -> {
                outcome.told().forEach(writer::println);
                writer.println(describe(outcome));
                ProfileReport.print(writer, attempts);
              });
      return switch (outcome.state()) {
        case DONE, ALREADY_DONE -> ExitCode.DONE;
        case FAILED, STOPPED, RUNNING_ELSEWHERE -> ExitCode.FAILED;
      };
    }
  }

  private String parsed(PeriodRule rule, String text) {
    Period parsed;
    try {
      parsed = rule.parse(text);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    LocalDate today = Period.today(fxbb.engineOptions().clock());
    if (rule != PeriodRule.TODAY && parsed.first().isAfter(today)) {
      throw usage(
          "Cannot run %s: expected a period that began on %s (the clock's date in Dhaka) or earlier, found \"%s\". Correct --period, or set the clock with --as-of."
              .formatted(job, today, parsed));
    }
    return parsed.text();
  }

  private void refuseNarrowingThatDoesNothing() {
    if (!job.equals("render") && (isp != null || report != null)) {
      throw usage(
          "Cannot narrow %s: expected --isp and --report with the job render only, found %s. Leave it out: every other job works on all ISPs."
              .formatted(job, isp != null ? "--isp " + isp : "--report " + report));
    }
    if (isp != null && report != null && !ReportCode.SCORECARDS.equals(report)) {
      throw usage(
          "Cannot draw %s for one ISP: expected --isp with the scorecards (R2) only, found --isp %s with --report %s. Leave out one of the two."
              .formatted(report, isp, report));
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private String runName(JobRuns runs, PeriodRule rule) {
    if (run != null) {
      return run;
    }
    List<String> parts = new ArrayList<>();
    parts.add(again || rule.repeats() ? runs.nextRun(job) : "1");
    narrowing().values().forEach(parts::add);
    return String.join(" ", parts);
  }

  private Map<String, String> narrowing() {
    Map<String, String> narrowing = new LinkedHashMap<>();
    if (isp != null) {
      narrowing.put(RunParameters.ISP, isp);
      narrowing.put(RunParameters.REPORT, ReportCode.SCORECARDS);
    } else if (report != null) {
      narrowing.put(RunParameters.REPORT, report);
    }
    return narrowing;
  }

  static Map<String, Object> document(RunOutcome outcome) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("job", outcome.job());
    document.put("period", outcome.period());
    document.put("run", outcome.run());
    document.put("state", outcome.state().name());
    document.put("seconds", outcome.took().toMillis() / 1000.0);
    document.put("told", outcome.told());
    document.put("failures", outcome.failures().stream().map(Failures::sentence).toList());
    return document;
  }

  static String describe(RunOutcome outcome) {
    String what = outcome.job() + " " + outcome.period();
    return switch (outcome.state()) {
      case DONE -> what + ": done in " + TerminalProgress.describe(outcome.took()) + ".";
      case ALREADY_DONE ->
          what + ": already done, nothing was started. To do it again: add --again.";
      case RUNNING_ELSEWHERE ->
          what + ": another process is running it, nothing was started. See: fxbb status";
      case STOPPED -> what + ": stopped. Start it again and it goes on where it was.";
      case FAILED ->
          what
              + ": failed. "
              + outcome.failures().stream().findFirst().map(Failures::sentence).orElse("")
              + (outcome.failures().stream().allMatch(EngineFailure::mayPassNextTime)
                  ? " Start it again and it goes on where it was; details are in the log."
                  : " It fails again until that is corrected; details are in the log.");
    };
  }
}
