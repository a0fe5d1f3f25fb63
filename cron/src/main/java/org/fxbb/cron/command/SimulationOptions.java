package org.fxbb.cron.command;

import java.time.LocalDate;
import java.util.Locale;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.SimulationPlan.DumpFiles;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The size of a made-up nation, the same options for {@code simulate} and {@code demo}. */
final class SimulationOptions {

  @Option(names = "--isps", description = "How many ISPs. Default: ${DEFAULT-VALUE}.")
  private int isps = 40;

  @Option(names = "--pops", description = "How many PoPs with agents. Default: ${DEFAULT-VALUE}.")
  private int pops = 60;

  @Option(
      names = "--from",
      paramLabel = "<day>",
      description = "First day, Asia/Dhaka. Default: ${DEFAULT-VALUE}.")
  private LocalDate from = LocalDate.of(2026, 1, 1);

  @Option(names = "--days", description = "How many days. Default: ${DEFAULT-VALUE}.")
  private int days = 31;

  @Option(
      names = "--seed",
      description =
          "Source of every random choice; the same seed makes the same bytes. Default: ${DEFAULT-VALUE}.")
  private long seed = 2026;

  @Option(
      names = "--faults",
      arity = "1",
      paramLabel = "on|off",
      converter = OnOff.class,
      description = "on or off: whether known faults are planted. Default: on.")
  private boolean faults = true;

  @Option(
      names = "--dump-files",
      paramLabel = "day|quarter-hour",
      converter = DumpFilesConverter.class,
      description =
          "day or quarter-hour: what one dump file of an agent covers; the submissions are the same. Default: day.")
  private DumpFiles dumpFiles = DumpFiles.DAY;

  /** The plan; a number out of bounds is wrong usage of this command. */
  SimulationPlan plan(CommandLine command) {
    try {
      return new SimulationPlan(isps, pops, from, days, seed, faults, dumpFiles);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads {@code day} or {@code quarter-hour}. */
  static final class DumpFilesConverter implements ITypeConverter<DumpFiles> {
    @Override
    public DumpFiles convert(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "day" -> DumpFiles.DAY;
        case "quarter-hour" -> DumpFiles.QUARTER_HOUR;
        default ->
            throw new TypeConversionException(
                "expected day or quarter-hour, found \"%s\"".formatted(value));
      };
    }
  }
}
