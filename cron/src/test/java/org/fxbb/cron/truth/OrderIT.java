package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.fxbb.cron.doctor.Checksum;
import org.fxbb.jobs.run.RunOutcome;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same files in another order, in several cycles, and once more, say the same.
 *
 * <p><b>Source</b>: spec 4.9.
 */
final class OrderIT {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = FIRST.plusDays(6);

  @TempDir private Path folder = Path.of("");

  @Test
  void anotherOrderAndASecondDeliveryChangeNothing() throws IOException {
    Path area = folder.resolve("area");
    Simulator.run(new SimulationPlan(8, 12, FIRST, 7, 42, true), area, ProgressListener.SILENT);
    Checksum.Result inOrder;
    try (Chain chain = new Chain(folder.resolve("a"))) {
      deliver(files(area), area, chain.dropArea());
      chain.run(LAST);
      inOrder = chain.checksum();
    }

    try (Chain chain = new Chain(folder.resolve("b"))) {
      List<Path> shuffled = files(area);
      Collections.shuffle(shuffled, new Random(3));
      int third = shuffled.size() / 3;
      for (List<Path> portion :
          List.of(
              shuffled.subList(0, third),
              shuffled.subList(third, 2 * third),
              shuffled.subList(2 * third, shuffled.size()))) {
        deliver(portion, area, chain.dropArea());
        chain.run("intake", "2026-02-20");
        chain.run("rollup", "2026-02-20");
        chain.run("judge-month", "2026-01");
      }
      chain.run(LAST);
      assertThat(chain.checksum().tables()).isEqualTo(inOrder.tables());

      deliver(files(area), area, chain.dropArea());
      chain.run("intake", "2026-02-20");
      chain.run("rollup", "2026-02-20");
      chain.run("judge-month", "2026-01");
      assertThat(chain.checksum().tables()).isEqualTo(inOrder.tables());
    }
  }

  @Test
  void nightlyAloneTakesInWhatLiesInTheInboxes() throws IOException {
    try (Chain chain = new Chain(folder.resolve("night"))) {
      Simulator.run(
          new SimulationPlan(4, 4, FIRST, 2, 9, false), chain.dropArea(), ProgressListener.SILENT);

      assertThat(chain.run("nightly", "2026-01-02").state()).isEqualTo(RunOutcome.State.DONE);

      assertThat(files(chain.dropArea())).isEmpty();
      assertThat(chain.checksum().tables())
          .hasEntrySatisfying(
              "availability_slots", slots -> assertThat(slots.rows()).isEqualTo(4 * 2 * 96L));
    }
  }

  private static List<Path> files(Path area) throws IOException {
    try (Stream<Path> walk = Files.walk(area)) {
      return new ArrayList<>(
          walk.filter(file -> file.resolveSibling("").endsWith("inbox"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList());
    }
  }

  /** Copies files with their times, as a sender's client keeps them. */
  private static void deliver(List<Path> files, Path area, Path dropArea) {
    for (Path file : files) {
      try {
        Path target = dropArea.resolve(area.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
