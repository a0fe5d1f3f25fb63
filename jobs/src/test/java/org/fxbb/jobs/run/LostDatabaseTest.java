package org.fxbb.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a load ends the step, and when only its file failed. */
final class LostDatabaseTest {
  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03"})
  void aConnectionThatIsGoneEndsTheStep(String state) {
    SQLException gone = new SQLException("gone", state);

    assertThat(LostDatabase.isBehind(new IllegalStateException("Cannot load", gone))).isTrue();
    assertThat(LostDatabase.isBehind(new IOException("Cannot read", gone))).isTrue();
  }

  @Test
  void aPoolWithoutConnectionsEndsTheStep() {
    assertThat(LostDatabase.isBehind(new SQLTransientConnectionException("timed out"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40P01", "57014", "22P02"})
  void anythingElseIsTheMatterOfItsFile(String state) {
    assertThat(LostDatabase.isBehind(new IllegalStateException(new SQLException("no", state))))
        .isFalse();
    assertThat(LostDatabase.isBehind(new IllegalStateException("no"))).isFalse();
    assertThat(LostDatabase.isBehind(new SQLException("no state"))).isFalse();
  }
}
