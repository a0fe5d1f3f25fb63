-- QoS tests of the simulated days, moved into the past, as the history feed has them.
SELECT
  to_char(t.time AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD"T"HH24:MI:SS') || '+06:00' AS time,
  i.code AS isp_code,
  p.code AS pop_code,
  a.agent_uuid,
  t.test_type,
  t.target_type,
  t.target_key,
  t.test_status,
  t.latency_min_ms,
  t.latency_avg_ms,
  t.latency_median_ms,
  t.latency_max_ms,
  t.latency_p95_ms,
  t.latency_p99_ms,
  t.jitter_ms,
  t.packets_sent,
  t.packets_received,
  t.download_mbps,
  t.upload_mbps,
  t.dns_ms,
  array_to_string(t.dns_query_ms, '|') AS dns_query_ms,
  t.http_ms,
  t.http_score,
  t.hops,
  t.path_complete::text AS path_complete,
  t.details
FROM (%s) t
JOIN isps i ON i.id = t.isp_id
JOIN pops p ON p.id = t.pop_id
JOIN software_agents a ON a.id = t.agent_id
ORDER BY t.time, t.pop_id, t.agent_id, t.test_type, t.target_key
