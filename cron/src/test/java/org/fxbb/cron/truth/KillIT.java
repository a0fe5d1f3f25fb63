package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine and its embedded database, killed with SIGKILL at random points of a whole run and
 * started again, end equal to a run that nobody disturbed.
 *
 * <p><b>Source</b>: spec 8.2.
 */
final class KillIT {
  private static final String[] DEMO = {
    "demo", "--isps", "8", "--pops", "12", "--days", "2", "--seed", "5"
  };

  @TempDir private Path folder = Path.of("");

  @Test
  void threeKillsChangeNothing() throws Exception {
    assertKillsChangeNothing(3, 11);
  }

  @Test
  @Tag("proof")
  void fiftyKillsChangeNothing() throws Exception {
    assertKillsChangeNothing(50, 12);
  }

  private void assertKillsChangeNothing(int kills, long seed) throws Exception {
    Path calm = folder.resolve("calm");
    long begun = System.nanoTime();
    run(calm, DEMO);
    long undisturbed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);

    Path troubled = folder.resolve("troubled");
    Random random = new Random(seed);
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < kills; i++) {
      long moment = (long) (undisturbed * (0.1 + 0.85 * random.nextDouble()));
      moments.add(moment);
      Process engine = start(troubled, DEMO);
      if (!engine.waitFor(moment, TimeUnit.MILLISECONDS)) {
        engine.destroyForcibly().waitFor();
      }
    }
    run(troubled, DEMO);

    assertThat(checksum(troubled))
        .as("after kills %s ms after the start", moments)
        .isEqualTo(checksum(calm));
  }

  private String checksum(Path home) throws Exception {
    return run(home, "doctor", "--checksum", "--json");
  }

  private String run(Path home, String... arguments) throws Exception {
    Process engine = start(home, arguments);
    assertThat(engine.waitFor()).as(Files.readString(home.resolve("errors"))).isZero();
    return Files.readString(home.resolve("output"));
  }

  private static Process start(Path home, String... arguments) throws IOException {
    Files.createDirectories(home);
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-Xmx512m");
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
