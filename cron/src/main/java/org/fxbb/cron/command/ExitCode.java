package org.fxbb.cron.command;

/**
 * How a command ends, for scripts.
 *
 * <p><b>Source</b>: spec 7.2.
 */
public final class ExitCode {
  /** The work finished, whatever the data was like. */
  public static final int DONE = 0;

  /** The work failed. */
  public static final int FAILED = 1;

  /** The command line was wrong. */
  public static final int USAGE = 2;

  /** A command that asks found something: validate, doctor, status --check. */
  public static final int FOUND = 3;

  private ExitCode() {}
}
