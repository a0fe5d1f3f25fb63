package org.fxbb.cron.benchmark;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The state from which roll-ups are measured, and what they must end with.
 *
 * @param template database with finished days and late rows
 * @param rawRows how many raw rows the days have
 * @param rows every table that is rolled up
 */
record Rollups(String template, long rawRows, List<CheckedRows> rows) {
  /** Table to key, in the order of their making. */
  private static final List<Map.Entry<String, List<String>>> KEYS =
      List.of(
          Map.entry("rollup_interfaces_hourly", List.of("hour", "pop_id", "snmp_target_id")),
          Map.entry("rollup_interfaces_daily", List.of("day", "pop_id", "snmp_target_id")),
          Map.entry("rollup_sessions_hourly", List.of("hour", "isp_id", "bras_id")),
          Map.entry("rollup_sessions_daily", List.of("day", "isp_id", "bras_id")),
          Map.entry("target_down_slots", List.of("slot_start", "test_type", "target_key")),
          Map.entry("availability_slots", List.of("slot_start", "pop_id")),
          Map.entry("qos_pop_day_values", List.of("day", "pop_id", "parameter_code", "busy")),
          Map.entry("outages", List.of("started_at", "pop_id")));

  /** Every column of every table but ids of rows. */
  static List<CheckedRows> listRows(DataSource database) {
    return KEYS.stream()
        .map(
            entry ->
                new CheckedRows(
                    entry.getKey(),
                    TableColumn.names(TableColumn.listOf(database, entry.getKey())).stream()
                        .filter(column -> !column.equals("id"))
                        .toList(),
                    entry.getKey(),
                    entry.getValue(),
                    0))
        .toList();
  }
}
