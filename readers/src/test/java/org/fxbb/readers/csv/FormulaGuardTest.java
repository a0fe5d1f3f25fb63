package org.fxbb.readers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormulaGuardTest {
  @Test
  void cellsCannotActAsFormulas() {
    assertThat(FormulaGuard.guard("=SUM(A1)")).isEqualTo("'=SUM(A1)");
    assertThat(FormulaGuard.guard("@x")).isEqualTo("'@x");
    assertThat(FormulaGuard.guard("+1|cmd")).isEqualTo("'+1|cmd");
    assertThat(FormulaGuard.guard("-12.5")).isEqualTo("-12.5");
    assertThat(FormulaGuard.guard("plain")).isEqualTo("plain");
  }
}
