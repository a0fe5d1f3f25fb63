package org.fxbb.cron.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.config.Engine;
import org.fxbb.cron.schedule.ScheduleEntry;
import org.fxbb.cron.schedule.Timetable;
import org.fxbb.cron.sftp.SftpProperties;
import org.fxbb.cron.sftp.SftpServer;
import org.fxbb.jobs.access.SshPublicKey;
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
  private static final int LOOK_SECONDS = 20;
  private static final int MOST_MISSES = 2;

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
      Map<String, Object> sftp = openSftp(engine, output);
      output.say("Serving " + engine.get(Folders.class).dropArea() + ". Stop with Ctrl-C.");
      output.print(
          Map.of("schedule", ScheduleEntry.table(), "recovered", recovered, "sftp", sftp),
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
      watch(engine.get("etlDataSource", DataSource.class)); // or until the shutdown hook closes it
      throw new EngineFailure(
          "Cannot go on serving: the database did not answer %d looks %d s apart. fxbb serve ends so that whoever supervises it starts it again; runs go on where they stopped."
              .formatted(MOST_MISSES, LOOK_SECONDS));
    }
  }

  /** Opens the SFTP server, unless the settings say otherwise, and tells where. */
  private static Map<String, Object> openSftp(Engine engine, Output output) {
    SftpProperties settings = engine.get(SftpProperties.class);
    if (!settings.enabled()) {
      return Map.of();
    }
    SftpServer server = engine.get(SftpServer.class);
    server.start();
    output.say("SFTP on %s port %d.".formatted(settings.address(), server.port()));
    server.publicKeys().forEach(key -> output.say("  host key " + key.summary()));
    return Map.of(
        "address",
        settings.address(),
        "port",
        server.port(),
        "host_keys",
        server.publicKeys().stream().map(SshPublicKey::fingerprint).toList());
  }

  /** Returns when the database is gone for good. */
  private static void watch(DataSource database) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    for (int misses = 0; misses < MOST_MISSES; ) {
      if (never.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      misses = answers(database) ? 0 : misses + 1;
    }
  }

  private static boolean answers(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(LOOK_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
