package org.fxbb.cron.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.fxbb.cron.EngineFailure;

/**
 * Compares what two contenders left: counts and checksums over all business columns.
 *
 * <p><b>Errors</b>: {@link EngineFailure} that names the table, both counts and the first rows that
 * differ.
 */
final class RowsCheck {
  private static final int FETCH = 10_000;

  /** What a table adds up to. */
  private record Digest(long rows, String first, String second) {}

  /** Requires that the rival left the same rows as the engine, as far as the rival went. */
  void requireSame(String race, Contender engine, Contender rival) {
    List<CheckedRows> expected = engine.rows();
    List<CheckedRows> found = rival.rows();
    for (int i = 0; i < expected.size(); i++) {
      requireSame(race, engine, expected.get(i).first(found.get(i).first()), rival, found.get(i));
    }
  }

  private static void requireSame(
      String race, Contender engine, CheckedRows ours, Contender rival, CheckedRows theirs) {
    try (Connection left = engine.database().getConnection();
        Connection right = rival.database().getConnection()) {
      Digest a = digest(left, ours);
      Digest b = digest(right, theirs);
      if (!a.equals(b)) {
        throw new EngineFailure(
            "Cannot compare the speed of %s: table %s of %s has %,d rows, of %s %,d, and they differ. %s. The benchmark has stopped: figures for different work say nothing."
                .formatted(
                    race,
                    ours.table(),
                    engine.name(),
                    a.rows(),
                    rival.name(),
                    b.rows(),
                    firstDifference(left, ours, right, theirs)));
      }
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot compare what %s and %s left in table %s: the database said \"%s\"."
              .formatted(engine.name(), rival.name(), ours.table(), e.getMessage()),
          e);
    }
  }

  private static Digest digest(Connection connection, CheckedRows rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(rows.digestQuery())) {
      result.next();
      return new Digest(
          result.getLong(1),
          String.valueOf(result.getString(2)),
          String.valueOf(result.getString(3)));
    }
  }

  /** Walks through both in the order of the key, to the first place where they part. */
  private static String firstDifference(
      Connection left, CheckedRows ours, Connection right, CheckedRows theirs) throws SQLException {
    left.setAutoCommit(false);
    right.setAutoCommit(false);
    try (Statement one = left.createStatement();
        Statement other = right.createStatement()) {
      one.setFetchSize(FETCH);
      other.setFetchSize(FETCH);
      try (ResultSet a = one.executeQuery(ours.listQuery());
          ResultSet b = other.executeQuery(theirs.listQuery())) {
        while (true) {
          boolean inA = a.next();
          boolean inB = b.next();
          if (!inA && !inB) {
            return "Row by row they are equal, so the checksum itself is at fault";
          }
          if (inA != inB || !Objects.equals(a.getString(2), b.getString(2))) {
            return "The first difference by key (%s): expected %s, found %s"
                .formatted(String.join(", ", ours.key()), describe(inA, a), describe(inB, b));
          }
        }
      }
    } finally {
      left.rollback();
      right.rollback();
    }
  }

  private static String describe(boolean there, ResultSet row) throws SQLException {
    return there ? "%s with %s".formatted(row.getString(1), row.getString(2)) : "no further row";
  }
}
