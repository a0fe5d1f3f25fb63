package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
 * <p>A run is killed several times on its way. Every attempt is given the time of a start and a
 * random share of an undisturbed run, so that all of it comes under fire, not its beginning only.
 *
 * <p><b>Source</b>: spec 8.2.
 */
final class KillIT {
  private static final int KILLS_OF_A_RUN = 5;

  private static final long SECONDS_TO_NOTICE = 20;

  /** An engine without its database ends long before, of itself. */
  private static final long SECONDS_TO_END = 120;

  @TempDir private Path folder = Path.of("");

  /** What is killed. */
  private enum Victim {
    ENGINE,
    POSTMASTER,
    BACKEND
  }

  @Test
  void threeKillsChangeNothing() throws Exception {
    assertKillsChangeNothing(demo(8, 12), 1, 3, 11);
  }

  @Test
  @Tag("proof")
  void fiftyKillsChangeNothing() throws Exception {
    assertKillsChangeNothing(demo(20, 80), 10, KILLS_OF_A_RUN, 12);
  }

  private static String[] demo(int isps, int pops) {
    return new String[] {
      "demo", "--isps", "" + isps, "--pops", "" + pops, "--days", "2", "--seed", "5"
    };
  }

  private void assertKillsChangeNothing(String[] demo, int runs, int kills, long seed)
      throws Exception {
    Path calm = folder.resolve("calm");
    long undisturbed = EngineProcess.millis(calm, demo);
    long toStart = EngineProcess.millis(calm, "status");
    String expected = EngineProcess.checksum(calm);
    Random random = new Random(seed);
    for (int run = 1; run <= runs; run++) {
      Path home = folder.resolve("troubled" + run);
      List<String> killed = new ArrayList<>();
      for (long part : parts(random, kills, undisturbed)) {
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        killed.add(victim + " after " + (toStart + part) + " ms");
        kill(EngineProcess.start(home, demo), home, victim, toStart + part, random);
      }
      System.out.printf("Run %d of %d: killed %s%n", run, runs, killed);
      EngineProcess.run(home, demo);
      assertThat(EngineProcess.checksum(home))
          .as("run %d, killed %s", run, killed)
          .isEqualTo(expected);
      delete(home);
    }
  }

  /** Cuts a time at random points, in milliseconds; what is behind the last is left out. */
  private static long[] parts(Random random, int count, long millis) {
    double[] points = random.doubles(count).sorted().toArray();
    long[] parts = new long[count];
    for (int i = 0; i < count; i++) {
      parts[i] = (long) (millis * (i == 0 ? points[0] : points[i] - points[i - 1]));
    }
    return parts;
  }

  private static void kill(Process engine, Path home, Victim victim, long millis, Random random)
      throws Exception {
    if (engine.waitFor(millis, TimeUnit.MILLISECONDS)) {
      return;
    }
    List<ProcessHandle> victims = victim == Victim.ENGINE ? List.of() : database(home, victim);
    if (victims.isEmpty()) {
      engine.destroyForcibly().waitFor();
    } else {
      victims.get(random.nextInt(victims.size())).destroyForcibly();
      boolean ended = engine.waitFor(limit(victim), TimeUnit.SECONDS);
      String stuck = ended ? "" : stack(engine);
      engine.destroyForcibly().waitFor();
      assertThat(ended || victim == Victim.BACKEND)
          .as("ended after its %s was killed; it was at%n%s", victim, stuck)
          .isTrue();
    }
  }

  /** After the loss of a backend PostgreSQL comes back, so a run may go on; it is killed then. */
  private static long limit(Victim victim) {
    return victim == Victim.BACKEND ? SECONDS_TO_NOTICE : SECONDS_TO_END;
  }

  private static String stack(Process engine) throws IOException {
    Process jstack =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jstack").toString(),
                Long.toString(engine.pid()))
            .redirectErrorStream(true)
            .start();
    return new String(jstack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The postmaster or the processes below it; none before it has started. */
  private static List<ProcessHandle> database(Path home, Victim victim) throws IOException {
    Path file = home.resolve("var/postgres/postmaster.pid");
    if (!Files.exists(file) || Files.readAllLines(file).isEmpty()) {
      return List.of();
    }
    List<ProcessHandle> postmaster =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip())).stream().toList();
    return victim == Victim.POSTMASTER
        ? postmaster
        : postmaster.stream().flatMap(ProcessHandle::children).toList();
  }

  private static void delete(Path home) throws IOException {
    try (var files = Files.walk(home)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
