package org.fxbb.cron.command;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.config.Engine;
import org.fxbb.jobs.retain.RestoreRun;
import org.fxbb.jobs.retain.RestoreRun.Restored;
import org.fxbb.jobs.run.Folders;
import org.fxbb.jobs.run.Period;
import org.fxbb.jobs.run.PeriodLocks;
import org.fxbb.jobs.run.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb restore <table> <from> <to>}: archived partitions, back in the database. */
@Command(
    name = "restore",
    description = {
      "Bring archived partitions of a table back into the database.",
      "Every file is compared with its SHA-256 before anything is touched, and every partition with its row count and checksum before it appears. What is there already stays as it is. A restored partition stays for 30 days (restored_days in partition_policies), then retain drops it again.",
      "Example: fxbb restore ts_qos_measurements 2025-01-01 2025-01-31"
    })
final class RestoreCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Parameters(
      index = "0",
      paramLabel = "<table>",
      description = "A partitioned table, such as ts_qos_measurements; a wrong name lists them.")
  private String table = "";

  @Parameters(
      index = "1",
      paramLabel = "<from>",
      description = "First day in Asia/Dhaka, such as 2025-01-01.")
  private String from = "";

  @Parameters(
      index = "2",
      paramLabel = "<to>",
      description = "Last day, inclusive. Whole partitions come back: days, or months.")
  private String to = "";

  @Override
  public Integer call() {
    LocalDate first = day(from);
    LocalDate last = day(to);
    if (first.isAfter(last)) {
      throw usage(
          "Cannot restore %s: expected <from> no later than <to>, found %s to %s. Exchange them."
              .formatted(table, first, last));
    }
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      RestoreRun run =
          new RestoreRun(
              engine.get("etlDataSource", DataSource.class),
              engine.get(Folders.class).archive(),
              engine.get(Clock.class),
              engine.get(PeriodLocks.class),
              engine.get(Progress.class));
      print(first, last, run.restore(table, first, last));
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private void print(LocalDate first, LocalDate last, List<Restored> partitions) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("table", table);
    document.put("from", first);
    document.put("to", last);
    document.put("partitions", partitions);
    fxbb.output()
        .print(
            document,
            writer -> {
              if (partitions.isEmpty()) {
                writer.println(
                    "Nothing of %s from %s to %s is archived.".formatted(table, first, last));
                return;
              }
              Output.table(
                  writer,
                  List.of("partition", "from", "to", "rows", "now"),
                  partitions.stream().map(RestoreCommand::cells).toList());
              long restored = partitions.stream().filter(Restored::restored).count();
              writer.println(
                  "%d restored, %d there already."
                      .formatted(restored, partitions.size() - restored));
            });
  }

  private static List<String> cells(Restored partition) {
    return List.of(
        partition.partition(),
        partition.from().toString(),
        partition.to().toString(),
        "%,d".formatted(partition.rows()),
        partition.restored() ? "restored" : "was there already");
  }

  private LocalDate day(String text) {
    try {
      return Period.day(text);
    } catch (IllegalArgumentException e) {
      throw usage(
          "Cannot restore %s: expected a day such as 2025-01-31, found \"%s\"."
              .formatted(table, text));
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
