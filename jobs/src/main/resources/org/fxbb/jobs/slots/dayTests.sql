-- The tests of the day with the value each one is (spec 5.2). A test that was attempted and did not succeed counts against, unless
-- the agent was at fault (by its own status, load or clock) or the target was down. A test without reference speed has no value.
WITH faulty AS (
  SELECT s.id
  FROM api_submissions s
  JOIN day_pops p ON p.pop_id = s.pop_id
  WHERE s.originator = 'QOS_AGENT'
    AND s.period_start >= :from - interval '1 day'
    AND s.period_start < :to
    AND (
      s.agent_status = 'ERROR'
      OR s.cpu_pct > :agent_fault_cpu
      OR abs(s.clock_offset_ms) > :agent_fault_clock_seconds * 1000
    )
)
INSERT INTO day_tests (
  pop_id, slot_start, agent_id, submission_id, test_type, target_type, succeeded, left_for,
  download, upload, rtt, jitter, sent, lost, dns, http
)
SELECT
  t.pop_id,
  t.slot_start,
  t.agent_id,
  t.submission_id,
  t.test_type,
  t.target_type,
  t.succeeded,
  CASE
    WHEN EXISTS (SELECT FROM faulty f WHERE f.id = t.submission_id) THEN 'AGENT_FAULT'
    WHEN d.slot_start IS NOT NULL THEN 'TARGET_DOWN'
    ELSE ''
  END,
  CASE
    WHEN t.test_type <> 'SPEEDTEST' OR a.reference_download_mbps IS NULL THEN NULL
    WHEN t.succeeded THEN coalesce(t.download_mbps, 0) * 100 / nullif(a.reference_download_mbps, 0)
    ELSE 0
  END,
  CASE
    WHEN t.test_type <> 'SPEEDTEST' OR a.reference_upload_mbps IS NULL THEN NULL
    WHEN t.succeeded THEN coalesce(t.upload_mbps, 0) * 100 / nullif(a.reference_upload_mbps, 0)
    ELSE 0
  END,
  CASE
    WHEN t.test_type <> 'ICMP' THEN NULL
    WHEN t.succeeded THEN coalesce(t.latency_median_ms, t.latency_avg_ms)
    ELSE 'Infinity'
  END,
  CASE
    WHEN t.test_type <> 'ICMP' THEN NULL
    WHEN t.succeeded THEN t.jitter_ms
    ELSE 'Infinity'
  END,
  -- A failed test that does not say how many packets it sent counts as one packet, lost.
  CASE WHEN t.test_type = 'ICMP' THEN coalesce(t.packets_sent, CASE WHEN NOT t.succeeded THEN 1 END) END,
  CASE WHEN t.test_type = 'ICMP' THEN coalesce(t.packets_sent - coalesce(t.packets_received, 0), CASE WHEN NOT t.succeeded THEN 1 END) END,
  CASE
    WHEN t.test_type <> 'DNS' THEN NULL
    WHEN cardinality(t.dns_query_ms) > 0 THEN t.dns_query_ms
    WHEN t.succeeded AND t.dns_ms IS NOT NULL THEN ARRAY[t.dns_ms]
    ELSE ARRAY['Infinity'::real]
  END,
  CASE
    WHEN t.test_type <> 'HTTP' THEN NULL
    WHEN t.succeeded THEN t.http_score
    ELSE 0
  END
FROM (
  SELECT
    m.pop_id,
    m.agent_id,
    m.submission_id,
    m.test_type,
    m.target_type,
    m.target_key,
    m.latency_avg_ms,
    m.latency_median_ms,
    m.jitter_ms,
    m.packets_sent,
    m.packets_received,
    m.download_mbps,
    m.upload_mbps,
    m.dns_ms,
    m.dns_query_ms,
    m.http_score,
    date_bin('15 minutes', m.time, :from) AS slot_start,
    m.test_status IN ('SUCCESS', 'PARTIAL')
      AND coalesce(m.packets_received, 1) > 0
      AND NOT (m.test_type = 'DNS' AND coalesce('Infinity'::real = ALL (m.dns_query_ms), false))
      AND NOT (m.test_type = 'HTTP' AND coalesce(m.http_score, 1) = 0) AS succeeded
  FROM ts_qos_measurements m
  JOIN day_pops p ON p.pop_id = m.pop_id AND p.qos_agents > 0
  WHERE m.time >= :from
    AND m.time < :to
) t
LEFT JOIN software_agents a ON a.id = t.agent_id
LEFT JOIN target_down_slots d
  ON d.slot_start = t.slot_start
  AND d.test_type = t.test_type
  AND d.target_key = t.target_key
