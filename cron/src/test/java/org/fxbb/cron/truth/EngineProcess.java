package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, with an embedded database in its home. */
final class EngineProcess {
  private EngineProcess() {}

  /** Runs a command that must succeed; what it printed. */
  static String run(Path home, String... arguments) throws Exception {
    return ended(start(home, arguments), home, arguments);
  }

  private static String ended(Process engine, Path home, String... arguments) throws Exception {
    assertThat(engine.waitFor())
        .as("%s: %s", Arrays.toString(arguments), Files.readString(home.resolve("errors")))
        .isZero();
    return Files.readString(home.resolve("output"));
  }

  /** Runs a command that must succeed; how many milliseconds it took. */
  static long millis(Path home, String... arguments) throws Exception {
    long begun = System.nanoTime();
    run(home, arguments);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /** The checksums of all business tables. */
  static String checksum(Path home) throws Exception {
    return run(home, "doctor", "--checksum", "--json");
  }

  /** Starts a command, whose output and errors become files of the home. */
  static Process start(Path home, String... arguments) throws IOException {
    return start("1g", home, arguments);
  }

  /** Runs a command that must succeed with a heap of this size; what it printed. */
  static String runWithHeap(String heap, Path home, String... arguments) throws Exception {
    return ended(start(heap, home, arguments), home, arguments);
  }

  private static Process start(String heap, Path home, String... arguments) throws IOException {
    Files.createDirectories(home);
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx" + heap);
    command.add("-Dfxbb.home=" + home);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("org.fxbb.cron.Fxbb");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(home.resolve("output").toFile())
        .redirectError(home.resolve("errors").toFile())
        .start();
  }
}
