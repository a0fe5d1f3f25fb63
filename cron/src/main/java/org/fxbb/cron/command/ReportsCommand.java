package org.fxbb.cron.command;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.fxbb.cron.config.Engine;
import org.fxbb.jobs.run.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb reports}: which packs were rendered, and where they are. */
@Command(name = "reports", description = "List the rendered reports and where they are.")
final class ReportsCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(names = "--period", paramLabel = "<month>", description = "Only this month.")
  private @Nullable String period;

  @Option(
      names = "--report",
      paramLabel = "<code>",
      converter = ReportCode.class,
      description = "Only this report, R1 or R2.")
  private @Nullable String report;

  private record Rendered(
      String report, String period, String isp, long bytes, boolean provisional, String file) {}

  @Override
  public Integer call() {
    LocalDate month = period == null ? null : firstDay(period);
    try (Engine engine = Engine.start(fxbb.engineOptions())) {
      List<Rendered> rows =
          JdbcClient.create(engine.get("reportDataSource", DataSource.class))
              .sql(Resources.sql(ReportsCommand.class, "reports"))
              .param("period", month, Types.DATE)
              .param("report", report, Types.VARCHAR)
              .query(
                  (row, i) ->
                      new Rendered(
                          row.getString("report_code"),
                          row.getString("period"),
                          row.getString("isp_code"),
                          row.getLong("bytes"),
                          row.getBoolean("provisional"),
                          row.getString("file_path")))
              .list();
      fxbb.output()
          .print(
              Map.of("reports", rows),
              writer -> {
                if (rows.isEmpty()) {
                  writer.println("No report was rendered yet. See: fxbb run render --help");
                  return;
                }
                Output.table(
                    writer,
                    List.of("report", "period", "isp", "kB", "file"),
                    rows.stream()
                        .map(
                            row ->
                                List.of(
                                    row.report(),
                                    row.period(),
                                    row.isp(),
                                    "%,d".formatted(row.bytes() / 1000),
                                    row.file()))
                        .toList());
              });
      return ExitCode.DONE;
    }
  }

  private LocalDate firstDay(String month) {
    try {
      return Period.month(month).atDay(1);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
