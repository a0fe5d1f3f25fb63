package org.fxbb.cron.benchmark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever a rival leaves otherwise than the engine is found and named. */
final class RowsCheckIT {
  private static final TestDatabase DATABASE = TestDatabase.createEmpty();

  private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.superuser());

  /** A contender that left a table. */
  private record Left(String name, String table, long first) implements Contender {
    @Override
    public void prepare() {}

    @Override
    public Work run() {
      return new Work(0, 0);
    }

    @Override
    public List<CheckedRows> rows() {
      return List.of(
          new CheckedRows(table, List.of("pop", "time", "bps"), table, List.of("pop", "time"), 0)
              .first(first));
    }

    @Override
    public DataSource database() {
      return DATABASE.superuser();
    }
  }

  private void compare(long first) {
    new RowsCheck()
        .requireSame("load", new Left("engine", "ours", 0), new Left("rival", "theirs", first));
  }

  @BeforeEach
  void threeEqualRows() {
    jdbc.execute("DROP TABLE IF EXISTS ours, theirs");
    for (String table : List.of("ours", "theirs")) {
      jdbc.execute("CREATE TABLE " + table + " (pop bigint, time timestamptz, bps text)");
    }
    jdbc.execute(
        "INSERT INTO ours VALUES (1, '2026-01-31 23:45+06', '10'), (2, '2026-01-31 23:45+06', '20'), (10, '2026-02-01 00:00+06', '')");
    jdbc.execute("INSERT INTO theirs SELECT * FROM ours ORDER BY pop DESC");
  }

  @Test
  void theSameRowsInAnotherOrderAreTheSame() {
    assertThatCode(() -> compare(0)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE theirs SET bps = '21' WHERE pop = 2 | 3 | (2,",
        "UPDATE theirs SET bps = NULL WHERE pop = 10 | 3 | (10,",
        "DELETE FROM theirs WHERE pop = 10 | 2 | (10,",
        "DELETE FROM theirs WHERE pop = 1 | 2 | (1,",
        "INSERT INTO theirs SELECT 11, time, bps FROM theirs WHERE pop = 10 | 4 | no further row",
        "INSERT INTO theirs SELECT * FROM theirs WHERE pop = 1 | 4 | (2,",
        "UPDATE theirs SET time = time + interval '1 microsecond' WHERE pop = 1 | 3 | (1,"
      })
  void aPlantedFaultIsNamedByTableCountsAndKey(String fault, long rows, String key) {
    jdbc.execute(fault);

    assertThatThrownBy(() -> compare(0))
        .isInstanceOf(EngineFailure.class)
        .hasMessageContaining(
            "the speed of load: table ours of engine has 3 rows, of rival %d, and they differ"
                .formatted(rows))
        .hasMessageContaining("by key (pop, time): expected ")
        .hasMessageContaining(key);
  }

  @Test
  void aRivalThatDidTheFirstRowsIsComparedWithTheFirstRows() {
    jdbc.execute("DELETE FROM theirs WHERE pop = 10");
    assertThatCode(() -> compare(2)).doesNotThrowAnyException();
    assertThatThrownBy(() -> compare(3)).hasMessageContaining("has 3 rows, of rival 2");
  }
}
