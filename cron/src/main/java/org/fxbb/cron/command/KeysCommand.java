package org.fxbb.cron.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code fxbb keys}: what opens the engine for programs and senders. */
@Command(
    name = "keys",
    description = "Add, list, revoke and rotate API keys and SFTP credentials.",
    subcommands = {ApiKeysCommand.class, SftpCommand.class})
final class KeysCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // set by picocli
  private FxbbCommand fxbb;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Cannot tell what to do: expected api or sftp after keys, found none.");
  }

  /** The options that every command takes. */
  FxbbCommand fxbb() {
    return fxbb;
  }
}
