package org.fxbb.jobs.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fxbb.jobs.rollup.DayWindow;
import org.fxbb.migrations.TestDatabase;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows made by hand in a fresh clone of the migrated database. */
public final class TestNation {
  public final NamedParameterJdbcTemplate jdbc;
  public final TransactionTemplate transaction;
  private long submission = 1;

  public TestNation() {
    this(TestDatabase.create());
  }

  public TestNation(TestDatabase database) {
    var source = database.etl();
    jdbc = new NamedParameterJdbcTemplate(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** Runs work in one transaction, as a step does. */
  public void commit(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  public long isp(String code) {
    return id(
        """
        INSERT INTO isps (code, btrc_license_no, name_en, license_category_id, issue_date, license_status)
        SELECT :code, 'L-' || :code, :code, id, DATE '2024-01-01', 'ACTIVE' FROM isp_license_categories WHERE code = 'NATIONWIDE'
        RETURNING id
        """,
        Map.of("code", code));
  }

  public long pop(long isp, String code, String location, LocalDate from) {
    return id(
        """
        INSERT INTO pops (isp_id, code, name_en, location_code, status, valid_from)
        VALUES (:isp, :code, :code, :location, 'ACTIVE', :from) RETURNING id
        """,
        Map.of("isp", isp, "code", code, "location", location, "from", from));
  }

  /** A QoS agent whose test line carries 100 down and 50 up. */
  public long qosAgent(long pop, LocalDate from) {
    return agent(pop, "QOS_AGENT", from);
  }

  public long snmpAgent(long pop, LocalDate from) {
    return agent(pop, "SNMP_AGENT", from);
  }

  private long agent(long pop, String type, LocalDate from) {
    long agent =
        id(
            """
            INSERT INTO software_agents (agent_uuid, agent_type, isp_id, reference_download_mbps, reference_upload_mbps, valid_from)
            SELECT gen_random_uuid(), :type, isp_id, 100, 50, :from FROM pops WHERE id = :pop RETURNING id
            """,
            Map.of("type", type, "pop", pop, "from", from));
    run(
        """
        INSERT INTO agent_pop_assignments (agent_id, pop_id, isp_id, valid_from)
        SELECT :agent, id, isp_id, :from FROM pops WHERE id = :pop
        """,
        Map.of("agent", agent, "pop", pop, "from", from));
    return agent;
  }

  /** An interface of 1 Gbit/s. */
  public long target(long pop, String type, String operator) {
    return id(
        """
        INSERT INTO snmp_targets (isp_id, pop_id, target_key, upstream_type_id, upstream_operator, if_speed_mbps, origin)
        SELECT p.isp_id, p.id, :type || :operator, u.id, :operator, 1000, 'SEEN'
        FROM pops p JOIN upstream_types u ON u.code = :type WHERE p.id = :pop RETURNING id
        """,
        Map.of("pop", pop, "type", type, "operator", operator));
  }

  public void partitions(LocalDate from, LocalDate to) {
    for (String table :
        List.of(
            "ts_interface_metrics",
            "ts_subscriber_counts",
            "ts_qos_measurements",
            "rollup_interfaces_hourly",
            "rollup_interfaces_daily",
            "rollup_sessions_hourly",
            "rollup_sessions_daily",
            "availability_slots",
            "qos_pop_day_values",
            "api_submissions")) {
      jdbc.queryForObject(
          "SELECT fxbb_make_partitions(:table, :from, :to)",
          Map.of("table", table, "from", from, "to", to),
          Integer.class);
    }
  }

  /**
   * Tests of {@code count} quarter hours from the nth of the day on; {@code quality} is GOOD, SLOW
   * (speed and DNS fail: Q 65), BAD (all but HTTP and latency fail: Q 40) or FAILED.
   */
  public void tests(long pop, long agent, LocalDate day, int first, int count, String quality) {
    Map<String, Object> values =
        Map.of(
            "pop", pop,
            "agent", agent,
            "from", DayWindow.midnight(day),
            "first", first,
            "count", count,
            "quality", quality,
            "submission", submission++);
    run(
        """
        INSERT INTO ts_qos_measurements (
          time, isp_id, pop_id, agent_id, test_type, target_type, target_key, test_status, latency_median_ms, jitter_ms,
          packets_sent, packets_received, download_mbps, upload_mbps, dns_ms, dns_query_ms, http_score, submission_id)
        SELECT
          :from::timestamptz + make_interval(mins => 15 * s + 1), p.isp_id, p.id, :agent, v.test_type, v.target_type, v.target_key,
          CASE WHEN :quality = 'FAILED' THEN 'FAILED' ELSE 'SUCCESS' END,
          CASE WHEN :quality = 'FAILED' THEN NULL ELSE v.rtt END,
          CASE WHEN :quality = 'FAILED' THEN NULL WHEN :quality = 'BAD' THEN 90 ELSE v.jitter END,
          CASE WHEN v.rtt IS NOT NULL THEN 100 END,
          CASE WHEN v.rtt IS NULL THEN NULL WHEN :quality = 'FAILED' THEN 0 WHEN :quality = 'BAD' THEN 90 ELSE 100 END,
          CASE WHEN v.test_type = 'SPEEDTEST' THEN CASE :quality WHEN 'GOOD' THEN 95 WHEN 'FAILED' THEN NULL ELSE 50 END END,
          CASE WHEN v.test_type = 'SPEEDTEST' THEN CASE :quality WHEN 'GOOD' THEN 48 WHEN 'FAILED' THEN NULL ELSE 25 END END,
          NULL,
          CASE WHEN v.test_type = 'DNS' THEN CASE :quality WHEN 'GOOD' THEN ARRAY[20, 30]::real[] WHEN 'FAILED' THEN ARRAY['Infinity']::real[] ELSE ARRAY[900, 901]::real[] END END,
          CASE WHEN v.test_type = 'HTTP' THEN CASE WHEN :quality = 'FAILED' THEN 0 ELSE 100 END END,
          :submission
        FROM pops p
        CROSS JOIN generate_series(:first::integer, :first + :count - 1) s
        CROSS JOIN (VALUES
          ('SPEEDTEST', '', 'st', NULL::real, NULL::real), ('ICMP', 'NATIONAL', 'n', 12, 2), ('ICMP', 'IX', 'x', 9, 1),
          ('ICMP', 'INTERNATIONAL', 'i', 120, 5), ('DNS', '', 'd', NULL, NULL), ('HTTP', '', 'h', NULL, NULL)
        ) v (test_type, target_type, target_key, rtt, jitter)
        WHERE p.id = :pop
        """,
        values);
    mark("ts_qos_measurements", pop, day);
  }

  /** 5-minute polls of an interface over quarter hours of a day. */
  public void polls(
      long pop, long target, LocalDate day, int first, int count, long bps, String operStatus) {
    run(
        """
        INSERT INTO ts_interface_metrics (
          time, isp_id, pop_id, snmp_target_id, upstream_type_id, poll_status, in_bps, out_bps, oper_status, data_quality, submission_id)
        SELECT :from::timestamptz + make_interval(mins => 15 * :first + 5 * s), n.isp_id, n.pop_id, n.id, n.upstream_type_id,
          'SUCCESS', :bps, 0, :oper, 'RELIABLE', 1
        FROM snmp_targets n CROSS JOIN generate_series(0, 3 * :count - 1) s
        WHERE n.id = :target
        """,
        Map.of(
            "from", DayWindow.midnight(day),
            "first", first,
            "count", count,
            "bps", bps,
            "oper", operStatus,
            "target", target));
    mark("ts_interface_metrics", pop, day);
  }

  public void sessions(long isp, String bras, LocalDate day, int first, int count, long active) {
    run(
        """
        INSERT INTO ts_subscriber_counts (time, isp_id, bras_id, poll_status, active_sessions, submission_id)
        SELECT :from::timestamptz + make_interval(mins => 15 * s), :isp, :bras, 'SUCCESS', :active, 1
        FROM generate_series(:first::integer, :first + :count - 1) s
        """,
        Map.of(
            "from", DayWindow.midnight(day),
            "isp", isp,
            "bras", bras,
            "first", first,
            "count", count,
            "active", active));
    run(
        """
        INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
        SELECT 1, 'ts_subscriber_counts', 0, :isp, :from::timestamptz + make_interval(hours => h) FROM generate_series(0, 23) h
        """,
        Map.of("isp", isp, "from", DayWindow.midnight(day)));
  }

  public void mark(String table, long pop, LocalDate day) {
    run(
        """
        INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
        SELECT 1, :table, p.id, p.isp_id, :from::timestamptz + make_interval(hours => h)
        FROM pops p CROSS JOIN generate_series(0, 23) h WHERE p.id = :pop
        """,
        Map.of("table", table, "pop", pop, "from", DayWindow.midnight(day)));
  }

  public void run(String sql, Map<String, ?> values) {
    jdbc.update(sql, values);
  }

  public long id(String sql, Map<String, ?> values) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, values, Long.class));
  }

  /** One text per row, for whole-row comparisons. */
  public List<String> texts(String sql) {
    return jdbc.queryForList(sql, Map.of(), String.class);
  }
}
