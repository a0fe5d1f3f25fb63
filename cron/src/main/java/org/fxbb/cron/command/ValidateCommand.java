package org.fxbb.cron.command;

import java.util.concurrent.Callable;
import org.fxbb.cron.EngineFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb validate <file>}: the checks of one file, without a database. */
@Command(name = "validate", description = "Check a file as the engine would, without a database.")
final class ValidateCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Override
  public Integer call() {
    throw new EngineFailure("not yet" + fxbb.isVerbose());
  }
}
