package org.fxbb.cron.doctor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fxbb.cron.EngineFailure;
import org.fxbb.cron.Resources;
import org.fxbb.cron.doctor.PrintedSeal.Compared;
import org.fxbb.cron.doctor.PrintedSeal.State;
import org.fxbb.jobs.audit.ArchivedLog;
import org.fxbb.jobs.audit.ArchivedLog.LostMonth;
import org.fxbb.jobs.run.Progress;

/**
 * Whether the audit log is still what was sealed, and the seals still what was printed.
 *
 * <p><b>Shape</b>: one pass over seals and rows, both streamed in order of their numbers, in one
 * unchanging view of the database; memory does not grow with the log. The rows of months that were
 * archived and dropped are read from their files; a seal whose file is missing or changed cannot be
 * checked, and the file is named.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when the database cannot be read.
 *
 * <p><b>Source</b>: spec 3, "Audit".
 */
public final class AuditCheck {
  private static final int PAGE = 2_000;

  private final DataSource etl;
  private final ArchivedLog archives;

  /**
   * Checks the database of this pool.
   *
   * @param archive the archive folder
   */
  public AuditCheck(DataSource etl, Path archive) {
    this.etl = etl;
    this.archives = new ArchivedLog(archive);
  }

  /**
   * The result.
   *
   * @param seals how many there are
   * @param newest the newest of them; empty while nothing was sealed
   * @param rows how many rows were read under seals
   * @param unsealedRows how many are newer than the newest seal
   * @param archivedSeals how many were compared with rows out of archives
   * @param uncheckedSeals how many could not be compared, because an archive cannot be read
   * @param unreadable a sentence for each archive that is missing or changed
   * @param brokenSeals how many do not hold
   * @param firstBroken the first of them
   * @param printed every printed seal and what became of it
   */
  public record Result(
      long seals,
      Optional<PrintedSeal> newest,
      long rows,
      long unsealedRows,
      long archivedSeals,
      long uncheckedSeals,
      List<String> unreadable,
      long brokenSeals,
      Optional<BrokenSeal> firstBroken,
      List<Compared> printed) {

    /** Whether nothing was found. */
    public boolean holds() {
      return brokenSeals == 0
          && unreadable.isEmpty()
          && printed.stream().allMatch(seal -> seal.state() == State.FOUND);
    }
  }

  /** Reads the whole log once and compares it with the seals, and these with the printed ones. */
  public Result check(List<PrintedSeal> printed, Progress progress) {
    try (Connection connection = etl.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return check(connection, printed, progress);
      } finally {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EngineFailure(
          "Cannot check the audit log: the database said \"%s\".".formatted(e.getMessage()), e);
    }
  }

  private Result check(Connection connection, List<PrintedSeal> printed, Progress progress)
      throws SQLException {
    Set<Long> wanted = printed.stream().map(PrintedSeal::number).collect(Collectors.toSet());
    Map<Long, String> there = new HashMap<>();
    long seals = 0;
    List<LostMonth> lost = archives.load(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TRANSACTION READ ONLY");
    }
    progress.start("Audit log", 0, "rows");
    try (Statement sealStatement = streaming(connection);
        Statement rowStatement = streaming(connection);
        ResultSet sealRows = sealStatement.executeQuery(sql("auditSeals"));
        ResultSet logRows = rowStatement.executeQuery(sql("auditRows"))) {
      AuditRows rows = new AuditRows(logRows, () -> progress.add(1));
      SealChain chain = new SealChain(rows, lost);
      while (sealRows.next()) {
        AuditSealRow seal = AuditSealRow.of(sealRows);
        chain.follow(seal);
        seals++;
        if (wanted.contains(seal.number())) {
          there.put(seal.number(), seal.sha256());
        }
      }
      long unsealed = rows.rest();
      progress.done();
      return new Result(
          seals,
          chain.newest().map(s -> new PrintedSeal(s.number(), s.sha256(), s.sealedAt())),
          chain.checkedRows(),
          unsealed,
          chain.archived(),
          chain.unchecked(),
          lost.stream().map(LostMonth::sentence).toList(),
          chain.broken(),
          chain.firstBroken(),
          printed.stream().map(seal -> new Compared(seal, state(seal, there))).toList());
    }
  }

  private static State state(PrintedSeal seal, Map<Long, String> there) {
    if (seal.number() == 0) {
      return State.UNREADABLE;
    }
    String sha256 = there.get(seal.number());
    if (sha256 == null) {
      return State.MISSING;
    }
    return sha256.equals(seal.sha256()) ? State.FOUND : State.DIFFERS;
  }

  private static Statement streaming(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.setFetchSize(PAGE);
    return statement;
  }

  private static String sql(String name) {
    return Resources.sql(AuditCheck.class, name);
  }
}
