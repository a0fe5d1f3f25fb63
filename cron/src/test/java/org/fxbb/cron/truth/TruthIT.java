package org.fxbb.cron.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.Simulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With faults on, every planted fault is found and nothing else; with faults off, nothing. */
final class TruthIT {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  @TempDir private Path folder = Path.of("");

  @Test
  void findsWhatWasPlantedAndNothingElse() throws IOException {
    assertTruth(new SimulationPlan(8, 12, FIRST, 7, 42, true));
  }

  @Test
  void findsNothingInAHealthyNation() throws IOException {
    assertTruth(new SimulationPlan(8, 12, FIRST, 7, 7, false));
  }

  @Test
  @Tag("proof")
  void findsWhatWasPlantedInTheMonthOfTheDemo() throws IOException {
    assertTruth(new SimulationPlan(40, 60, FIRST, 31, 1, true));
  }

  @Test
  @Tag("proof")
  void findsNothingInAHealthyMonth() throws IOException {
    assertTruth(new SimulationPlan(40, 60, FIRST, 31, 2, false));
  }

  private void assertTruth(SimulationPlan plan) throws IOException {
    LocalDate last = FIRST.plusDays(plan.days() - 1L);
    try (Chain chain = new Chain(folder)) {
      Simulator.run(plan, chain.dropArea(), ProgressListener.SILENT);
      chain.run(last);

      AnswerKey key = new AnswerKey(chain.dropArea().resolve("answer-key.json"));
      Findings found = new Findings(chain.etl(), FIRST, last);
      Set<String> missed = new TreeSet<>(key.findings());
      missed.removeAll(found.findings());
      Set<String> invented = new TreeSet<>(found.findings());
      invented.removeAll(key.findings());
      assertThat(Map.of("planted, not found", missed, "found, not planted", invented))
          .isEqualTo(Map.of("planted, not found", Set.of(), "found, not planted", Set.of()));
      Set<String> unexplained = new TreeSet<>(found.notices());
      unexplained.removeAll(key.notices());
      assertThat(unexplained).as("notices that no fault explains").isEmpty();
      assertThat(found.unbalanced()).as("files that do not balance").isEmpty();
      assertThat(Files.exists(folder.resolve("out/2026-01/R1/R1_national_2026-01.pdf"))).isTrue();
    }
  }
}
