package org.fxbb.readers.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class SimulationPlanTest {

  private static final LocalDate FROM = LocalDate.of(2026, 1, 20);

  @Test
  void numbersOutsideTheirBoundsAreRefused() {
    assertThatThrownBy(() -> new SimulationPlan(0, 1, FROM, 1, 1, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot simulate: expected isps between 1 and 9,999, found \"0\".");
    assertThatThrownBy(() -> new SimulationPlan(1, 1, FROM, 367, 1, false))
        .hasMessage("Cannot simulate: expected days between 1 and 366, found \"367\".");
  }

  @Test
  void faultsGoToTheMonthWithTheMostDays() {
    SimulatedMonths months = SimulatedMonths.of(FROM, 31);

    assertThat(months.months())
        .containsExactly(YearMonth.of(2025, 12), YearMonth.of(2026, 1), YearMonth.of(2026, 2));
    assertThat(months.mainMonth()).isEqualTo(YearMonth.of(2026, 2));
    assertThat(months.mainFirst()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(months.mainLast()).isEqualTo(LocalDate.of(2026, 2, 19));
    assertThat(months.mainDays()).isEqualTo(19);
  }

  @Test
  void theDeadlineSkipsFridayAndSaturday() {
    assertThat(FilingWriter.deadline(YearMonth.of(2026, 1)))
        .isEqualTo(SimulatedMonths.startOf(LocalDate.of(2026, 2, 11)));
    assertThat(FilingWriter.deadline(YearMonth.of(2026, 3)))
        .isEqualTo(SimulatedMonths.startOf(LocalDate.of(2026, 4, 13)));
  }

  @Test
  void aNationOfOneIspAndOnePopIsPossible() {
    SimulationPlan plan = new SimulationPlan(1, 1, FROM, 1, 5, true);
    Streams streams = new Streams(5);
    Geography geography = new Geography();
    NationPlan nation = NationPlan.of(plan, streams, geography);
    SimulatedMonths months = SimulatedMonths.of(FROM, 1);

    assertThat(nation.pops()).hasSize(1);
    assertThat(FaultPlan.of(plan, nation, months, geography, streams).windows()).isEmpty();
  }
}
