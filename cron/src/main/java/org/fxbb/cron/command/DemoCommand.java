package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.demo.Demo;
import org.fxbb.cron.demo.DemoFindings;
import org.fxbb.cron.demo.DemoNation;
import org.fxbb.cron.terminal.TerminalProgress;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.JobRuns;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.jobs.run.RunOutcome.State;
import org.fxbb.readers.simulate.SimulationPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb demo}: the whole chain on a made-up month, on the embedded database. */
@Command(
    name = "demo",
    description =
        "Make up a nation and a month, and run the whole chain on it: take in, load, roll up, judge, render. A second time finds everything done.")
final class DemoCommand implements Callable<Integer> {
  /**
   * The demo is played on the 20th of the month after the measurements, after the last late filing.
   */
  private static final int DAY_OF_PLAY = 20;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Mixin private SimulationOptions options = new SimulationOptions();

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    SimulationPlan plan = options.plan(spec.commandLine());
    LocalDate last = plan.from().plusDays(plan.days() - 1L);
    YearMonth month = YearMonth.from(last);
    LocalDate today = month.plusMonths(1).atDay(DAY_OF_PLAY);
    Output output = fxbb.output();
    try (Engine engine =
        Engine.start(
            fxbb.engineOptionsWithClockAt(today.atTime(4, 0).atZone(Period.DHAKA).toInstant()))) {
      Folders folders = engine.get(Folders.class);
      Path dropArea = folders.dropArea();
      boolean simulated = DemoNation.isThere(plan, dropArea);
      if (simulated) {
        output.say("The nation is there: %s.".formatted(dropArea));
      } else {
        SimulateCommand.write(plan, dropArea, fxbb.progress());
      }
      DataSource etl = engine.get("etlDataSource", DataSource.class);
      Demo demo =
          new Demo(engine.get(JobRuns.class), etl, dropArea, run -> output.say(describe(run)));
      List<RunOutcome> runs = demo.run(today, last);
      boolean nothingNew =
          simulated && runs.stream().allMatch(run -> run.state() == State.ALREADY_DONE);
      DemoFindings findings = DemoFindings.read(etl, month);
      Path reports = folders.output().resolve(month.toString());
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      output.print(
          document(findings, runs, reports, nothingNew, took),
          writer -> print(writer, findings, reports, nothingNew, took));
      return findings.balance().stream().allMatch(DemoFindings.Balance::holds)
          ? ExitCode.DONE
          : ExitCode.FAILED;
    }
  }

  private static String describe(RunOutcome run) {
    return run.state() == State.ALREADY_DONE
        ? "%s %s: already done.".formatted(run.job(), run.period())
        : RunCommand.describe(run);
  }

  private static Map<String, Object> document(
      DemoFindings findings,
      List<RunOutcome> runs,
      Path reports,
      boolean nothingNew,
      Duration took) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("already_done", nothingNew);
    document.put("seconds", took.toMillis() / 1000.0);
    document.put("reports", reports.toString());
    document.put("runs", runs.stream().map(RunCommand::document).toList());
    document.put("findings", findings);
    return document;
  }

  private static void print(
      PrintWriter writer, DemoFindings findings, Path reports, boolean nothingNew, Duration took) {
    writer.println();
    writer.println("What it found");
    counts(writer, "Violations by ISP and parameter", findings.violations());
    counts(writer, "Discrepancies beyond tolerance", findings.discrepancies());
    counts(writer, "Outages", findings.outages());
    counts(writer, "ISPs by tier", findings.tiers());
    writer.println("What it refused");
    counts(writer, "Files", findings.files());
    counts(writer, "Rows quarantined, by notice", findings.quarantine());
    writer.println("Balance: received = loaded + quarantined + duplicate + rejected");
    Output.table(
        writer,
        List.of("", "received", "loaded", "quarantined", "duplicate", "rejected", "holds"),
        findings.balance().stream()
            .map(
                b ->
                    List.of(
                        b.what(),
                        "%,d".formatted(b.received()),
                        "%,d".formatted(b.loaded()),
                        "%,d".formatted(b.quarantined()),
                        "%,d".formatted(b.duplicate()),
                        "%,d".formatted(b.rejected()),
                        b.holds() ? "yes" : "NO"))
            .toList());
    writer.println("Reports");
    counts(writer, "Files by report", findings.reports());
    writer.println("  " + reports);
    writer.println();
    writer.println(
        nothingNew
            ? "Everything was already done; nothing was started. Looked in %s."
                .formatted(TerminalProgress.describe(took))
            : "Done in %s.".formatted(TerminalProgress.describe(took)));
  }

  private static void counts(PrintWriter writer, String title, List<DemoFindings.Count> counts) {
    writer.printf("  %s: %s%n", title, counts.isEmpty() ? "none" : join(counts));
  }

  private static String join(List<DemoFindings.Count> counts) {
    return String.join(
        ", ",
        counts.stream().map(count -> "%s %,d".formatted(count.name(), count.amount())).toList());
  }
}
