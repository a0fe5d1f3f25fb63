package org.fxbb.cron.demo;

import java.time.YearMonth;
import java.util.List;
import javax.sql.DataSource;
import org.fxbb.cron.Resources;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the chain made of a month: what it found, what it refused, and whether every row is
 * accounted for.
 *
 * @param violations of ISPs, by kind
 * @param discrepancies beyond tolerance, by rule and band
 * @param outages by witness
 * @param tiers how many ISPs are in which
 * @param files by what became of them
 * @param quarantine why rows were not loaded
 * @param balance rows and submissions
 * @param reports rendered files by report
 */
public record DemoFindings(
    List<Count> violations,
    List<Count> discrepancies,
    List<Count> outages,
    List<Count> tiers,
    List<Count> files,
    List<Count> quarantine,
    List<Balance> balance,
    List<Count> reports) {

  /** How many of something. */
  public record Count(String name, long amount) {}

  /** Where everything that was received went. */
  public record Balance(
      String what, long received, long loaded, long quarantined, long duplicate, long rejected) {

    /** Whether nothing was lost or counted twice. */
    public boolean holds() {
      return received == loaded + quarantined + duplicate + rejected;
    }
  }

  /** Reads them for a month, with the rights of the pool that loads and judges. */
  public static DemoFindings read(DataSource etl, YearMonth month) {
    JdbcClient jdbc = JdbcClient.create(etl);
    return new DemoFindings(
        counts(jdbc, "violations", month),
        counts(jdbc, "discrepancies", month),
        counts(jdbc, "outages", month),
        counts(jdbc, "tiers", month),
        counts(jdbc, "files", month),
        counts(jdbc, "quarantine", month),
        jdbc.sql(Resources.sql(DemoFindings.class, "balance")).query(Balance.class).list(),
        counts(jdbc, "reports", month));
  }

  /** Files that were received and are not decided yet. */
  static long pending(DataSource etl) {
    return JdbcClient.create(etl)
        .sql(Resources.sql(DemoFindings.class, "pending"))
        .query(Long.class)
        .single();
  }

  private static List<Count> counts(JdbcClient jdbc, String name, YearMonth month) {
    return jdbc.sql(Resources.sql(DemoFindings.class, name))
        .param("month", month.atDay(1))
        .query(Count.class)
        .list();
  }
}
