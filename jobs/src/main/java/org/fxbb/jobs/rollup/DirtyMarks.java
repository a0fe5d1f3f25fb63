package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fxbb.writers.load.SqlText;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The windows that loads touched and no refresh has taken yet.
 *
 * <p><b>Lifecycle</b>: marks are taken and their windows recomputed in one transaction under an
 * advisory lock per table and day, so a refresh is idempotent and safe while loads go on.
 *
 * <p><b>Source</b>: spec 5.1.
 */
public final class DirtyMarks {

  /** Marks of interface polls. */
  public static final String INTERFACES = "ts_interface_metrics";

  /** Marks of session counts. */
  public static final String SESSIONS = "ts_subscriber_counts";

  /** Marks of QoS tests. */
  public static final String TESTS = "ts_qos_measurements";

  /** PoP-days to judge again, whatever the cause. */
  public static final String SLOTS = "availability_slots";

  /** PoP-days whose outages are to be listed anew. */
  public static final String OUTAGES = "outages";

  private static final String DIRTY_DAYS = SqlText.of(DirtyMarks.class, "dirtyDays");
  private static final String TAKE_MARKS = SqlText.of(DirtyMarks.class, "takeMarks");
  private static final String SCRATCH = SqlText.of(DirtyMarks.class, "scratch");

  private final NamedParameterJdbcTemplate jdbc;

  /** Works through the given template. */
  public DirtyMarks(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Dhaka days that have marks of any of the tables, ascending. */
  public List<LocalDate> listDays(List<String> tables) {
    return jdbc.queryForList(DIRTY_DAYS, Map.of("table_names", tables), LocalDate.class);
  }

  /**
   * Takes the marks of a table and day into the temporary table {@code taken_marks} of the running
   * transaction, after waiting for any other refresh of the same table and day.
   *
   * @return how many distinct windows there are
   */
  public int take(String table, DayWindow window) {
    lock(table + " " + window.day());
    jdbc.getJdbcOperations().execute(SCRATCH);
    int taken = jdbc.update(TAKE_MARKS, window.parameters(Map.of("table_name", table)));
    jdbc.getJdbcOperations().execute("ANALYZE taken_marks");
    return taken;
  }

  /** Waits for the named lock and holds it until the transaction ends. */
  public void lock(String name) {
    jdbc.query(
        "SELECT pg_advisory_xact_lock(hashtext('fxbb_rollup'), hashtext(:name))",
        Map.of("name", name),
        row -> {});
  }

  /** As {@link #lock}, but shared with others that ask for it so. */
  public void lockShared(String name) {
    jdbc.query(
        "SELECT pg_advisory_xact_lock_shared(hashtext('fxbb_rollup'), hashtext(:name))",
        Map.of("name", name),
        row -> {});
  }
}
