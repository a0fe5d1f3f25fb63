package org.fxbb.jobs.rollup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxbb.jobs.run.ProfiledSql;
import org.fxbb.writers.load.SqlText;
import org.fxbb.writers.profile.WorkProfile;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The windows that loads touched and no refresh has taken yet.
 *
 * <p><b>Lifecycle</b>: marks are taken and their windows recomputed in one transaction under
 * advisory locks per table, day and bucket, so a refresh is idempotent and safe while loads go on.
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

  /** ISPs whose subscribers filings changed. */
  public static final String SUBSCRIBERS = "subscriber_snapshots";

  /** As many PoPs as the sorts of a day's tests hold in the memory that the server grants. */
  private static final int PLACES_PER_SHARE = 320;

  private static final String DIRTY_PLACES = SqlText.of(DirtyMarks.class, "dirtyPlaces");

  private final NamedParameterJdbcTemplate jdbc;
  private final ProfiledSql sql;

  /** Works through the given template and notes where its time goes. */
  public DirtyMarks(NamedParameterJdbcTemplate jdbc, WorkProfile profile) {
    this.jdbc = jdbc;
    this.sql = new ProfiledSql(DirtyMarks.class, jdbc, profile);
  }

  /**
   * Shares of the Dhaka days that have marks of the table, days ascending, with the number of
   * places (PoPs, or ISPs whose sessions are counted) that each has to refresh. A day with few of
   * them is one share.
   */
  public Map<DayShare, Integer> listShares(String table) {
    Map<DayShare, Integer> shares = new LinkedHashMap<>();
    countPlaces(table).forEach((day, places) -> shares.putAll(split(day, places)));
    return shares;
  }

  /** As {@link #listShares}, each day as one share. */
  public Map<DayShare, Integer> listDays(String table) {
    Map<DayShare, Integer> days = new LinkedHashMap<>();
    countPlaces(table)
        .forEach((day, places) -> days.put(DayShare.whole(day), Arrays.stream(places).sum()));
    return days;
  }

  /** Places of each day, by bucket. */
  private Map<LocalDate, int[]> countPlaces(String table) {
    Map<LocalDate, int[]> days = new LinkedHashMap<>();
    jdbc.query(
        DIRTY_PLACES,
        Map.of("table_name", table, "buckets", DayShare.BUCKETS),
        row -> {
          LocalDate day = row.getObject("day", LocalDate.class);
          int[] places = days.computeIfAbsent(day, d -> new int[DayShare.BUCKETS]);
          places[row.getInt("bucket")] = row.getInt("places");
        });
    return days;
  }

  /** Runs of buckets, each with as many places as a share takes, or one bucket that has more. */
  static Map<DayShare, Integer> split(LocalDate day, int[] places) {
    Map<DayShare, Integer> shares = new LinkedHashMap<>();
    int first = 0;
    int sum = 0;
    for (int bucket = 0; bucket < places.length; bucket++) {
      if (sum > 0 && sum + places[bucket] > PLACES_PER_SHARE) {
        shares.put(new DayShare(day, first, bucket - 1), sum);
        first = bucket;
        sum = 0;
      }
      sum += places[bucket];
    }
    if (sum > 0) {
      shares.put(new DayShare(day, first, places.length - 1), sum);
    }
    return shares;
  }

  /**
   * Takes the marks of a table and share into the temporary table {@code taken_marks} of the
   * running transaction, after waiting for any other refresh of the same table and buckets.
   *
   * @return how many distinct windows there are
   */
  public int take(String table, DayShare share) {
    Map<String, Object> parameters = share.parameters(Map.of("table_name", table));
    sql.await("lockBuckets", parameters);
    sql.make("scratch");
    int taken = sql.update("takeMarks", parameters);
    sql.analyze("taken_marks");
    return taken;
  }

  /** Waits for the named lock and holds it until the transaction ends. */
  public void lock(String name) {
    sql.await("lockName", Map.of("name", name));
  }

  /** As {@link #lock}, but shared with others that ask for it so. */
  public void lockShared(String name) {
    sql.await("lockNameShared", Map.of("name", name));
  }
}
