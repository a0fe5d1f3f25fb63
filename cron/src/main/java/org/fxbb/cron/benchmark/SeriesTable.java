package org.fxbb.cron.benchmark;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables of time series that loads are measured on. */
enum SeriesTable {
  /** Interface polls. */
  INTERFACES("ts_interface_metrics", "interfaces", "pop_id", "snmp_target_id"),
  /** Session counts. */
  SESSIONS("ts_subscriber_counts", "sessions", "isp_id", "bras_id"),
  /** Tests of QoS agents. */
  QOS("ts_qos_measurements", "qos", "pop_id, agent_id", "test_type, target_key");

  /** Says how a row arrived, not what is known. */
  private static final String OF_ARRIVAL = "submission_id";

  private final String table;
  private final String subject;
  private final String sender;
  private final String measured;

  SeriesTable(String table, String subject, String sender, String measured) {
    this.table = table;
    this.subject = subject;
    this.sender = sender;
    this.measured = measured;
  }

  String table() {
    return table;
  }

  /** As the history feed names it. */
  String subject() {
    return subject;
  }

  /** Its key in the order in which another system would list its rows: all of a moment together. */
  String keyByTime() {
    return "time, %s, %s".formatted(sender, measured);
  }

  /** Its key in the order in which dumps bring its rows: all of a sender together. */
  String keyBySender() {
    return "%s, time, %s".formatted(sender, measured);
  }

  /** All its business columns, in the order of a key. */
  CheckedRows checked(DataSource database, String key) {
    List<String> columns =
        TableColumn.names(TableColumn.listOf(database, table)).stream()
            .filter(column -> !column.equals(OF_ARRIVAL))
            .toList();
    return new CheckedRows(table, columns, table, List.of(key.split(", ", -1)), 0);
  }

  /** Its columns for a query over alias t, the time moved {@code n} times {@code days} back. */
  String movedColumns(DataSource database, int days) {
    return TableColumn.listOf(database, table).stream()
        .map(
            column ->
                column.name().equals("time")
                    ? "t.time - n * interval '%d days' AS time".formatted(days)
                    : "t." + column.name())
        .collect(Collectors.joining(", "));
  }
}
