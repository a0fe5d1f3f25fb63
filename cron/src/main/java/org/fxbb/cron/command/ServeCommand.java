package org.fxbb.cron.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.schedule.ScheduleEntry;
import org.fxbb.cron.schedule.Timetable;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.JobRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb serve}: the schedule, until the process is told to end. */
@Command(
    name = "serve",
    description =
        "Run the schedule until told to stop (Ctrl-C or SIGTERM): recovers what a dead process left, catches up missed days, then keeps the timetable in Asia/Dhaka.")
final class ServeCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Override
  public Integer call() throws InterruptedException {
    try (Engine engine = Engine.start(fxbb.engineOptionsToServe())) {
      List<String> recovered = engine.get(JobRuns.class).recoverAll();
      Output output = fxbb.output();
      recovered.forEach(run -> output.say("Recovered " + run + ", left by a process that died."));
      engine.get(Timetable.class).start();
      output.say("Serving " + engine.get(Folders.class).dropArea() + ". Stop with Ctrl-C.");
      output.print(
          java.util.Map.of("schedule", ScheduleEntry.table(), "recovered", recovered),
          writer ->
              Output.table(
                  writer,
                  List.of("when (Asia/Dhaka)", "cron", "jobs"),
                  ScheduleEntry.table().stream()
                      .map(
                          entry ->
                              List.of(
                                  entry.when(), entry.cron(), String.join(", then ", entry.jobs())))
                      .toList()));
      new CountDownLatch(1).await(); // until the shutdown hook closes the engine
      return ExitCode.DONE;
    }
  }
}
