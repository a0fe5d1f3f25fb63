-- Step 4, time series. Daily RANGE partitions on Dhaka midnights; bulk conventions (no surrogate id, no foreign keys).

CREATE TABLE ts_interface_metrics (
  time timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  pop_id bigint NOT NULL,
  snmp_target_id bigint NOT NULL,
  upstream_type_id smallint NOT NULL,
  poll_status text NOT NULL CONSTRAINT ts_interface_metrics_poll_status_ck CHECK (poll_status IN ('SUCCESS', 'TIMEOUT', 'ERROR')),
  in_bps bigint,
  out_bps bigint,
  in_errors bigint,
  out_errors bigint,
  in_discards bigint,
  out_discards bigint,
  utilization_in_pct real,
  utilization_out_pct real,
  admin_status text,
  oper_status text,
  restarted boolean NOT NULL DEFAULT false,
  data_quality text NOT NULL CONSTRAINT ts_interface_metrics_data_quality_ck CHECK (data_quality IN ('RELIABLE', 'RESET', 'UNRELIABLE', 'NO_DATA')),
  submission_id bigint NOT NULL,
  CONSTRAINT ts_interface_metrics_pop_id_snmp_target_id_time_pk PRIMARY KEY (pop_id, snmp_target_id, time)
) PARTITION BY RANGE (time);
COMMENT ON TABLE ts_interface_metrics IS 'Interface polls of SNMP agents, every 5 minutes. Partitioned by Dhaka day.';
COMMENT ON COLUMN ts_interface_metrics.in_bps IS 'bit/s received by the interface; null unless the poll succeeded';
COMMENT ON COLUMN ts_interface_metrics.out_bps IS 'bit/s sent by the interface; null unless the poll succeeded';
COMMENT ON COLUMN ts_interface_metrics.utilization_in_pct IS 'Percent of port speed; slightly above 100 is kept';
COMMENT ON COLUMN ts_interface_metrics.utilization_out_pct IS 'Percent of port speed; slightly above 100 is kept';
COMMENT ON COLUMN ts_interface_metrics.restarted IS 'The device restarted since the poll before (sysUpTime or discontinuity time)';
COMMENT ON COLUMN ts_interface_metrics.data_quality IS 'RELIABLE enters means; RESET and UNRELIABLE are only counted; NO_DATA = the poll failed';

CREATE TABLE ts_subscriber_counts (
  time timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  bras_id text NOT NULL,
  pop_id bigint,
  poll_status text NOT NULL CONSTRAINT ts_subscriber_counts_poll_status_ck CHECK (poll_status IN ('SUCCESS', 'TIMEOUT', 'ERROR')),
  active_sessions bigint,
  pppoe_sessions bigint,
  dhcp_leases bigint,
  ipoe_sessions bigint,
  submission_id bigint NOT NULL,
  CONSTRAINT ts_subscriber_counts_isp_id_bras_id_time_pk PRIMARY KEY (isp_id, bras_id, time)
) PARTITION BY RANGE (time);
COMMENT ON TABLE ts_subscriber_counts IS 'Session counts of BRAS polled by SNMP agents, every 15 minutes. Partitioned by Dhaka day.';
COMMENT ON COLUMN ts_subscriber_counts.pop_id IS 'The PoP the BRAS serves: that of the polling agent where it has exactly one; else null';
COMMENT ON COLUMN ts_subscriber_counts.active_sessions IS 'Null unless the poll succeeded';

CREATE TABLE ts_qos_measurements (
  time timestamptz NOT NULL,
  isp_id bigint NOT NULL,
  pop_id bigint NOT NULL,
  agent_id bigint NOT NULL,
  test_type text NOT NULL CONSTRAINT ts_qos_measurements_test_type_ck CHECK (test_type IN ('SPEEDTEST', 'ICMP', 'DNS', 'HTTP', 'TRACEROUTE')),
  target_type text NOT NULL DEFAULT '' CONSTRAINT ts_qos_measurements_target_type_ck CHECK (target_type IN ('', 'NATIONAL', 'IX', 'INTERNATIONAL', 'LOCAL_BD')),
  target_key text NOT NULL DEFAULT '',
  test_status text NOT NULL CONSTRAINT ts_qos_measurements_test_status_ck CHECK (test_status IN ('SUCCESS', 'PARTIAL', 'FAILED', 'TIMEOUT')),
  latency_min_ms real,
  latency_avg_ms real,
  latency_median_ms real,
  latency_max_ms real,
  latency_p95_ms real,
  latency_p99_ms real,
  jitter_ms real,
  packets_sent integer,
  packets_received integer,
  download_mbps numeric(10, 2),
  upload_mbps numeric(10, 2),
  dns_ms real,
  dns_query_ms real[],
  http_ms real,
  http_score real,
  hops smallint,
  path_complete boolean,
  details jsonb,
  submission_id bigint NOT NULL,
  CONSTRAINT ts_qos_measurements_pop_agent_test_target_time_pk PRIMARY KEY (pop_id, agent_id, test_type, target_key, time)
) PARTITION BY RANGE (time);
COMMENT ON TABLE ts_qos_measurements IS 'One row per test of a QoS agent. Partitioned by Dhaka day.';
COMMENT ON COLUMN ts_qos_measurements.time IS 'When the test ran, as the agent says';
COMMENT ON COLUMN ts_qos_measurements.latency_min_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.latency_avg_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.latency_median_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.latency_max_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.latency_p95_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.latency_p99_ms IS 'Round trip, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.jitter_ms IS 'Mean of absolute differences of successive round trips, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.download_mbps IS 'Mbit/s';
COMMENT ON COLUMN ts_qos_measurements.upload_mbps IS 'Mbit/s';
COMMENT ON COLUMN ts_qos_measurements.dns_ms IS 'Mean resolution time of the queries that succeeded, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.dns_query_ms IS 'Each query in milliseconds; Infinity = failed';
COMMENT ON COLUMN ts_qos_measurements.http_ms IS 'Weighted load time of the targets reached, milliseconds';
COMMENT ON COLUMN ts_qos_measurements.http_score IS 'Weight of the targets reached, 0 to 100';
