package org.fxbb.cron.command;

import java.time.LocalDate;
import org.fxbb.readers.simulate.SimulationPlan;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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

  /** The plan; a number out of bounds is wrong usage of this command. */
  SimulationPlan plan(CommandLine command) {
    try {
      return new SimulationPlan(isps, pops, from, days, seed, faults);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, String.valueOf(e.getMessage()), e);
    }
  }
}
