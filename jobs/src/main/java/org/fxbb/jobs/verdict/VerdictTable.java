package org.fxbb.jobs.verdict;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxbb.writers.load.SqlText;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Stores the verdicts of a month, replacing those that are there.
 *
 * <p><b>Lifecycle</b>: call {@link #begin}, any number of {@link #add} and {@link #replace} in one
 * transaction. Rows are copied to a temporary table, since row security refuses COPY on the table
 * proper.
 */
final class VerdictTable {
  private static final String DELETE = SqlText.of(VerdictTable.class, "deleteVerdicts");
  private static final String SCRATCH = SqlText.of(VerdictTable.class, "scratch");
  private static final String COPY = SqlText.of(VerdictTable.class, "copyVerdicts");
  private static final String INSERT = SqlText.of(VerdictTable.class, "insertVerdicts");

  private final NamedParameterJdbcTemplate jdbc;
  private final String policySet;
  private final LocalDate month;
  private final boolean partial;

  VerdictTable(
      NamedParameterJdbcTemplate jdbc, String policySet, LocalDate month, boolean partial) {
    this.jdbc = jdbc;
    this.policySet = policySet;
    this.month = month;
    this.partial = partial;
  }

  void begin() {
    jdbc.getJdbcOperations().execute(SCRATCH);
  }

  /** Replaces the verdicts of the month by those that were added. */
  void replace() {
    jdbc.update(DELETE, Map.of("policy_set", policySet, "month", month));
    jdbc.getJdbcOperations().execute(INSERT);
  }

  void add(List<VerdictRow> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> line(text, row));
    jdbc.getJdbcOperations()
        .execute((ConnectionCallback<Long>) connection -> copy(connection, text.toString()));
  }

  private static Long copy(Connection connection, String text) throws SQLException {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(COPY, new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(StringBuilder text, VerdictRow row) {
    Subject subject = row.subject();
    Threshold threshold = row.threshold();
    VerdictRow.Evidence evidence = row.evidence();
    cells(
        text,
        policySet,
        month,
        subject.level(),
        subject.key(),
        subject.ispId(),
        subject.popId(),
        row.parameter(),
        row.verdict(),
        row.reason().code(),
        row.severity(),
        row.statistic(),
        row.statistic24h(),
        row.attained(),
        row.interval().low(),
        row.interval().high(),
        threshold == null ? null : threshold.required(),
        threshold == null ? null : threshold.value(),
        evidence.n(),
        evidence.days(),
        row.interval().effectiveN(),
        evidence.due(),
        evidence.coverage(),
        evidence.represented(),
        evidence.pops(),
        evidence.agents(),
        subject.weight(),
        threshold == null ? null : threshold.id(),
        partial);
  }

  private static void cells(StringBuilder text, @Nullable Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : "\t").append(cell(cells[i]));
    }
    text.append('\n');
  }

  private static String cell(@Nullable Object value) {
    if (value == null || (value instanceof Double number && Double.isNaN(number))) {
      return "\\N";
    }
    return Objects.toString(value).replace("\\", "\\\\").replace("\t", "\\t");
  }
}
