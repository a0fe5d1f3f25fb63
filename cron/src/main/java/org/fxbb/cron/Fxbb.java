package org.fxbb.cron;

import org.fxbb.cron.command.Failures;
import org.fxbb.cron.command.FxbbCommand;
import picocli.CommandLine;

/** The only main of the engine: reads the command line and ends with the command's exit code. */
public final class Fxbb {

  private Fxbb() {}

  /** Runs one command. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "logback-offline.xml");
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to parse or execute. */
  public static CommandLine commandLine() {
    Failures failures = new Failures();
    return new CommandLine(new FxbbCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
  }
}
