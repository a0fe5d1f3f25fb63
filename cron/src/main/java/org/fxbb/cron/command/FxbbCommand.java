package org.fxbb.cron.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.fxbb.cron.config.EngineOptions;
import org.fxbb.cron.config.EngineOptions.Migrate;
import org.fxbb.cron.terminal.TerminalProgress;
import org.fxbb.jobs.run.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command {@code fxbb} and the options that every command takes.
 *
 * <p><b>Source</b>: spec 7.2.
 */
@Command(
    name = "fxbb",
    description =
        "Takes what ISPs file and agents measure, judges it, and renders the regulator's reports.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    sortOptions = false,
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      RunCommand.class,
      StatusCommand.class,
      SimulateCommand.class,
      ValidateCommand.class,
      DoctorCommand.class,
      MigrateCommand.class,
      BackupCommand.class,
      BenchmarkCommand.class,
      ReportsCommand.class,
      RestoreCommand.class,
      UsersCommand.class,
      KeysCommand.class,
      SecretsCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 validate, doctor, status --check or secrets check found something."
    })
public final class FxbbCommand implements Runnable {

  @Option(
      names = "--as-of",
      paramLabel = "<instant>",
      scope = ScopeType.INHERIT,
      converter = InstantConverter.class,
      description =
          "Act as if it were this instant, with offset, such as 2026-02-01T01:00+06:00: deadlines, lateness and arrival times count from it.")
  private @Nullable Instant asOf;

  @Option(
      names = "--config",
      paramLabel = "<file>",
      scope = ScopeType.INHERIT,
      description = "Read more settings from this YAML or properties file.")
  private @Nullable Path config;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print the result as one JSON document, and no progress.")
  private boolean json;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Show the log on the console, and stack traces of failures.")
  private boolean verbose;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Cannot tell what to do: expected a command, found none.");
  }

  /** The options as the engine takes them. */
  EngineOptions engineOptions() {
    return new EngineOptions(
        asOf, asOf, config, verbose, Migrate.AS_CONFIGURED, false, progress(), actor());
  }

  /** The same, with a clock that stands still while files keep their own arrival times. */
  EngineOptions engineOptionsWithClockAt(Instant instant) {
    Instant clockAt = asOf == null ? instant : asOf;
    return new EngineOptions(
        clockAt, asOf, config, verbose, Migrate.AS_CONFIGURED, false, progress(), actor());
  }

  /** The same, for the command that migrates. */
  EngineOptions engineOptionsToMigrate(Migrate migrate) {
    return new EngineOptions(asOf, asOf, config, verbose, migrate, false, progress(), actor());
  }

  /** The same, for the command that runs the schedule. */
  EngineOptions engineOptionsToServe() {
    return new EngineOptions(
        asOf, asOf, config, verbose, Migrate.AS_CONFIGURED, true, Progress.none(), actor());
  }

  /**
   * The command as typed, without its arguments but the job's name, and the user of the machine.
   */
  private String actor() {
    StringBuilder actor = new StringBuilder("fxbb");
    CommandLine.ParseResult parsed = spec.commandLine().getParseResult();
    while (parsed != null && parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
      actor.append(' ').append(parsed.commandSpec().name());
      if (parsed.commandSpec().userObject() instanceof RunCommand run) {
        actor.append(' ').append(run.job());
      }
    }
    return actor.append(", os user ").append(System.getProperty("user.name", "unknown")).toString();
  }

  /** Where work says how far it is. */
  Progress progress() {
    return json ? Progress.none() : TerminalProgress.ofStandardError();
  }

  Output output() {
    return new Output(spec.commandLine().getOut(), json);
  }

  boolean isVerbose() {
    return verbose;
  }

  /** Reads an instant that names its offset. */
  static final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "expected an instant with offset such as 2026-02-01T01:00+06:00, found \"%s\""
                .formatted(value));
      }
    }
  }
}
