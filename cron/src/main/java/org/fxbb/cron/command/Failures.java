package org.fxbb.cron.command;

import java.io.PrintWriter;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.run.LostDatabase;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one sentence and an exit code. */
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println(sentence(failure));
    if (isVerbose(parsed)) {
      failure.printStackTrace(err);
    } else {
      err.println("Details: the log under fxbb.var, or the same command with -v.");
    }
    err.flush();
    return ExitCode.FAILED;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  /** What to tell: the engine's own sentence where there is one, else the innermost message. */
  static String sentence(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (isSentence(t)) {
        return String.valueOf(t.getMessage());
      }
      innermost = t;
    }
    if (LostDatabase.isBehind(failure)) {
      return "The command ended, because the database went away (%s). Start the database, unless it is the embedded one; then run the same command again: it goes on where it stopped."
          .formatted(innermost.getMessage());
    }
    return "The command failed: %s: %s"
        .formatted(innermost.getClass().getSimpleName(), innermost.getMessage());
  }

  /** The engine's messages say what could not be done; those of libraries do not. */
  private static boolean isSentence(Throwable t) {
    return t instanceof EngineFailure
        || (t.getMessage() != null && t.getMessage().startsWith("Cannot "));
  }

  private static boolean isVerbose(ParseResult parsed) {
    return parsed.hasMatchedOption("-v")
        || (parsed.hasSubcommand() && isVerbose(parsed.subcommand()));
  }
}
