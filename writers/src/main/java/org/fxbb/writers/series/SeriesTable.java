package org.fxbb.writers.series;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the merge must know of a time series table to decide which of several rows with one key
 * stays.
 *
 * @param table the table proper
 * @param layout its staging layout
 * @param columns all columns, in the order in which rows are encoded
 * @param key columns of the natural key
 * @param values all other columns but {@code submission_id}
 * @param rowKey expression that names a row {@code l} to a person
 */
record SeriesTable(
    String table,
    String layout,
    List<String> columns,
    List<String> key,
    List<String> values,
    String rowKey) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String TIME_TEXT =
      "to_char(l.time AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD\"T\"HH24:MI:SS') || '+06:00'";

  static final SeriesTable INTERFACES =
      new SeriesTable(
          "ts_interface_metrics",
          "interface_metrics",
          SeriesColumns.INTERFACES,
          List.of("pop_id", "snmp_target_id", "time"),
          without(SeriesColumns.INTERFACES, "pop_id", "snmp_target_id", "time", "submission_id"),
          "(SELECT target_key FROM snmp_targets g WHERE g.id = l.snmp_target_id) || ' ' || "
              + TIME_TEXT);

  static final SeriesTable SESSIONS =
      new SeriesTable(
          "ts_subscriber_counts",
          "subscriber_counts",
          SeriesColumns.SESSIONS,
          List.of("isp_id", "bras_id", "time"),
          without(SeriesColumns.SESSIONS, "isp_id", "bras_id", "time", "submission_id"),
          "l.bras_id || ' ' || " + TIME_TEXT);

  static final SeriesTable QOS =
      new SeriesTable(
          "ts_qos_measurements",
          "qos_measurements",
          SeriesColumns.QOS,
          List.of("pop_id", "agent_id", "test_type", "target_key", "time"),
          without(
              SeriesColumns.QOS,
              "pop_id",
              "agent_id",
              "test_type",
              "target_key",
              "time",
              "submission_id"),
          "l.test_type || ' ' || l.target_key || ' ' || " + TIME_TEXT);

  /** The partition of a Dhaka day. */
  String partitionOf(long epochDay) {
    return table + "_" + LocalDate.ofEpochDay(epochDay).format(DAY);
  }

  /** A template of {@link SeriesMerge} with the columns of this table. */
  String fill(String template, TouchedDays days) {
    return template
        .replace("{layout}", layout)
        .replace("{columns}", String.join(", ", columns))
        .replace("{table}", table)
        .replace("{row_key}", rowKey)
        .replace("{from}", days.from().toString())
        .replace("{to}", days.to().toString())
        .replace("{key}", String.join(", ", key))
        .replace("{values}", String.join(", ", values))
        .replace("{t.key}", qualified("t", key))
        .replace("{w.key}", qualified("w", key))
        .replace("{s.key}", qualified("s", key))
        .replace("{l.key}", qualified("l", key))
        .replace("{w.values}", qualified("w", values))
        .replace("{l.values}", qualified("l", values));
  }

  private static String qualified(String alias, List<String> columns) {
    return columns.stream().map(c -> alias + "." + c).collect(Collectors.joining(", "));
  }

  private static List<String> without(List<String> columns, String... out) {
    List<String> removed = Arrays.asList(out);
    return columns.stream().filter(c -> !removed.contains(c)).toList();
  }
}
