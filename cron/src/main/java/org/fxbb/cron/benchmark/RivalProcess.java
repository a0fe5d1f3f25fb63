package org.fxbb.cron.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.fxbb.cron.EngineFailure;

/** Rivals that are programs of their own. */
final class RivalProcess {
  private static final int LOOK_MILLIS = 20;
  private static final int MOST_SAID = 1_000;

  private RivalProcess() {}

  /** Whether a program of this name is in PATH. */
  static boolean isInstalled(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs commands side by side to their end.
   *
   * @param environment such as a password, which must not stand in the arguments
   * @param file beside which files take what they print
   * @return the sum of their peaks of resident memory in bytes, at least 1
   * @throws EngineFailure with what it said, when one fails
   */
  static long run(List<List<String>> commands, Map<String, String> environment, Path file) {
    List<Process> processes = new ArrayList<>();
    try {
      for (List<String> command : commands) {
        processes.add(start(command, environment, said(file, processes.size())));
      }
      long[] peaks = new long[processes.size()];
      boolean running = true;
      while (running) {
        for (int i = 0; i < peaks.length; i++) {
          peaks[i] = Math.max(peaks[i], Memory.rssPeak(Long.toString(processes.get(i).pid())));
        }
        running = false;
        for (Process process : processes) {
          running |= !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
      for (int i = 0; i < peaks.length; i++) {
        requireDone(processes.get(i), commands.get(i).get(0), said(file, i));
      }
      return Math.max(1, LongStream.of(peaks).sum());
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot finish the benchmark: %s did not run (%s)."
              .formatted(commands.get(0).get(0), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineFailure("Cannot finish the benchmark: it was interrupted.", e);
    } finally {
      processes.forEach(Process::destroy);
    }
  }

  private static Path said(Path file, int number) {
    return file.resolveSibling("said-%d.log".formatted(number));
  }

  private static Process start(List<String> command, Map<String, String> environment, Path said)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void requireDone(Process process, String program, Path said) throws IOException {
    if (process.exitValue() != 0) {
      String text = Files.readString(said);
      throw new EngineFailure(
          "Cannot finish the benchmark: %s ended with %d and said \"%s\". Leave it out with --rivals, or correct what it names."
              .formatted(
                  program,
                  process.exitValue(),
                  text.substring(0, Math.min(MOST_SAID, text.length())).strip()));
    }
  }
}
