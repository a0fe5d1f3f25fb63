package org.fxbb.jobs.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.fxbb.readers.simulate.ProgressListener;
import org.fxbb.readers.simulate.SimulationPlan;
import org.fxbb.readers.simulate.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;

/** A made-up nation through the whole job. */
final class SimulatedNationIT {
  private static final Instant NOW = Instant.parse("2026-02-20T00:00:00Z");

  @Test
  void loadsAFaultlessNationWithoutANotice(@TempDir Path folder) throws IOException {
    try (Town town = new Town(folder, NOW)) {
      Simulator.run(
          new SimulationPlan(4, 4, LocalDate.of(2026, 1, 30), 2, 7, false),
          town.drop(),
          ProgressListener.SILENT);

      assertThat(town.cycle()).isEqualTo(BatchStatus.COMPLETED);

      assertThat(town.left()).isEmpty();
      assertThat(
              town.texts(
                  "SELECT DISTINCT state || coalesce(state_reason, '') FROM submission_files"))
          .containsExactly("ACCEPTED");
      assertThat(
              town.texts(
                  "SELECT DISTINCT code || ' ' || message_en FROM submission_notices WHERE code <> 'rule_not_run'"))
          .isEmpty();
    }
  }
}
