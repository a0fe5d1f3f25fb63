package org.fxbb.cron.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.demo.DemoNation;
import org.fxbb.jobs.run.Progress;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.SimulationSummary;
import org.fxbb.readers.simulate.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb simulate}: a made-up nation as a drop area, without a database. */
@Command(
    name = "simulate",
    description =
        "Write a made-up nation as a drop area, with an answer key of the planted faults.")
final class SimulateCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Mixin private SimulationOptions options = new SimulationOptions();

  @Option(
      names = "--out",
      paramLabel = "<folder>",
      description =
          "Where to write: a drop area, made when missing. Default: FXBB_DROP_AREA, else var/drop.")
  private Path out = defaultDropArea();

  /** The drop area as application.yml has it by default; simulate starts without reading it. */
  private static Path defaultDropArea() {
    String dropArea = System.getenv("FXBB_DROP_AREA");
    if (dropArea != null) {
      return Path.of(dropArea);
    }
    String var = System.getenv("FXBB_VAR");
    return var == null
        ? Path.of(System.getProperty("fxbb.home", "."), "var", "drop")
        : Path.of(var, "drop");
  }

  @Override
  public Integer call() {
    SimulationPlan plan = options.plan(spec.commandLine());
    DemoNation.refuseOther(plan, out.toAbsolutePath());
    SimulationSummary summary = write(plan, out.toAbsolutePath(), fxbb.progress());
    fxbb.output()
        .print(
            Map.of(
                "out", out.toAbsolutePath().toString(),
                "files", summary.files(),
                "bytes", summary.bytes(),
                "faults", summary.faults()),
            writer ->
                writer.printf(
                    "Wrote %,d files (%,d MB) for %d ISPs and %d PoPs over %d days to %s; %d planted faults are listed in answer-key.json.%n",
                    summary.files(),
                    summary.bytes() / 1_000_000,
                    plan.isps(),
                    plan.pops(),
                    plan.days(),
                    out.toAbsolutePath(),
                    summary.faults()));
    return ExitCode.DONE;
  }

  /** Writes the nation, telling how far it is. */
  static SimulationSummary write(SimulationPlan plan, Path out, Progress progress) {
    try {
      return Simulator.run(plan, out, new Listener(progress));
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot write the simulated files under %s: expected a folder with room that may be written, found \"%s\". Choose another with --out."
              .formatted(out, e.getMessage()),
          e);
    }
  }

  /** Passes the simulator's progress on. */
  private record Listener(Progress progress) implements ProgressListener {
    @Override
    public void start(String what, long total, String unit) {
      progress.start(what, total, unit);
    }

    @Override
    public void add(long n) {
      progress.add(n);
    }

    @Override
    public void done() {
      progress.done();
    }
  }
}
