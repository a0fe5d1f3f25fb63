package org.fxbb.cron.command;

import java.util.concurrent.Callable;
import org.fxbb.cron.EngineFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code fxbb demo}. */
@Command(name = "demo", description = "Run the whole chain on a made-up month.")
final class DemoCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Override
  public Integer call() {
    throw new EngineFailure("not yet" + fxbb.isVerbose());
  }
}
