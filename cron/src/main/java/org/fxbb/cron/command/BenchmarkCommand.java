package org.fxbb.cron.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fxbb.cron.benchmark.Benchmark;
import org.fxbb.cron.benchmark.BenchmarkOptions;
import org.fxbb.cron.benchmark.BenchmarkOptions.RivalName;
import org.fxbb.cron.benchmark.BenchmarkOptions.WorkloadName;
import org.fxbb.cron.benchmark.RaceResult;
import org.fxbb.cron.benchmark.Spread;
import org.fxbb.cron.config.EngineSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code fxbb benchmark}: the engine against what a user would pick instead. */
@Command(
    name = "benchmark",
    description =
        "Measure the engine against psql, Spring Batch, pgloader and plain SQL: same data, same server, in turns. Makes its own data and databases and removes them.")
final class BenchmarkCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Option(
      names = "--rows",
      paramLabel = "<n>",
      converter = RowsConverter.class,
      description = "About how many rows, such as 1M, 10M or 50M. Default: 1M.")
  private long rows = 1_000_000;

  @Option(
      names = "--rounds",
      paramLabel = "<n>",
      description = "How often each contender runs. Default: ${DEFAULT-VALUE}.")
  private int rounds = 3;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "<workload>",
      description = "Some of history, dumps, filing, rollup. Default: all.")
  private Set<WorkloadName> workloads = EnumSet.allOf(WorkloadName.class);

  @Option(
      names = "--rivals",
      split = ",",
      paramLabel = "<rival>",
      description = "Some of psql, batch, pgloader. Default: all.")
  private Set<RivalName> rivals = EnumSet.allOf(RivalName.class);

  @Option(
      names = "--preloaded",
      description = "Load history of interfaces also into days that hold ten times its rows.")
  private boolean preloaded;

  @Override
  public Integer call() {
    BenchmarkOptions options = options();
    Output output = fxbb.output();
    List<RaceResult> results =
        new Benchmark(EngineSettings.read(fxbb.engineOptions()), System::nanoTime, output::say)
            .run(options);
    output.print(
        Map.of("rows", rows, "rounds", rounds, "races", results), writer -> print(writer, results));
    return ExitCode.DONE;
  }

  private BenchmarkOptions options() {
    try {
      return new BenchmarkOptions(rows, rounds, workloads, rivals, preloaded);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void print(PrintWriter writer, List<RaceResult> results) {
    results.forEach(result -> print(writer, result));
    writer.printf(
        "%nRates and ratios: min, median, max of %d rounds, contenders in turns from fresh databases. Every rival left the same rows as the engine.%n",
        rounds);
  }

  private static void print(PrintWriter writer, RaceResult result) {
    List<List<String>> lines = new ArrayList<>();
    for (RaceResult.Line line : result.lines()) {
      lines.add(
          List.of(
              line.contender(),
              spread("%,.1f", line.rowsPerSecond(), 1_000),
              spread("%.2f", line.ratio(), 1),
              megabytes(line.heapPeakBytes()),
              megabytes(line.rssPeakBytes())));
    }
    writer.printf("%n%s: %,d rows%n", result.race(), result.lines().get(0).rows());
    Output.table(
        writer,
        List.of("contender", "thousand rows/s", "engine/rival", "heap MB", "RSS MB"),
        lines);
    for (RaceResult.Line line : result.lines()) {
      if (!line.note().isEmpty()) {
        writer.printf("  %s: %s%n", line.contender(), line.note());
      }
    }
  }

  private static String spread(String format, @Nullable Spread spread, double unit) {
    return spread == null
        ? ""
        : "%s / %s / %s"
            .formatted(
                format.formatted(spread.min() / unit),
                format.formatted(spread.median() / unit),
                format.formatted(spread.max() / unit));
  }

  private static String megabytes(long bytes) {
    return bytes == 0 ? "" : "%,d".formatted(bytes / 1_000_000);
  }

  /** Reads 500K, 1M or 1000000. */
  static final class RowsConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      String upper = value.toUpperCase(Locale.ROOT);
      long unit = upper.endsWith("M") ? 1_000_000 : upper.endsWith("K") ? 1_000 : 1;
      try {
        return Math.multiplyExact(
            unit, Long.parseLong(unit == 1 ? upper : upper.substring(0, upper.length() - 1)));
      } catch (NumberFormatException | ArithmeticException e) {
        throw new TypeConversionException(
            "expected a number of rows such as 1M or 500K, found \"%s\"".formatted(value));
      }
    }
  }
}
