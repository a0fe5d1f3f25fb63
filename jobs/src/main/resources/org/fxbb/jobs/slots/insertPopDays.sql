-- Samples of a PoP and day (spec 5.2), for every parameter that QoS agents measure, also where nothing came: due says what was missed.
-- Tests in OUTAGE and EXCLUDED slots count in availability only.
WITH slots AS (
  SELECT
    s.pop_id,
    s.slot_start,
    s.status IN ('OUTAGE', 'EXCLUDED') AS leaves,
    EXISTS (SELECT FROM busy_hours b WHERE s.slot_start >= b.starts_at AND s.slot_start < b.ends_at) AS busy
  FROM availability_slots s
  JOIN day_pops p ON p.pop_id = s.pop_id
  WHERE s.slot_start >= :from
    AND s.slot_start < :to
),
due AS (
  SELECT p.pop_id, p.isp_id, f.busy, count(s.slot_start) FILTER (WHERE NOT s.leaves) * p.qos_agents AS due
  FROM day_pops p
  CROSS JOIN (VALUES (true), (false)) f (busy)
  LEFT JOIN slots s ON s.pop_id = p.pop_id AND s.busy = f.busy
  WHERE p.qos_agents > 0
  GROUP BY p.pop_id, f.busy
),
tests AS (
  SELECT
    t.pop_id,
    s.busy,
    v.parameter_code,
    t.succeeded,
    CASE WHEN v.parameter_code = 'PACKET_LOSS' THEN t.sent END AS sent,
    CASE WHEN v.parameter_code = 'PACKET_LOSS' THEN t.lost END AS lost,
    v.samples,
    CASE
      WHEN t.left_for <> '' THEN t.left_for
      WHEN s.leaves THEN 'SLOT'
      WHEN v.samples IS NULL AND v.parameter_code IN ('DOWNLOAD_SPEED', 'UPLOAD_SPEED') THEN 'NO_REFERENCE'
      WHEN v.samples IS NULL THEN 'NO_VALUE'
      ELSE ''
    END AS left_for
  FROM day_tests t
  JOIN slots s ON s.pop_id = t.pop_id AND s.slot_start = t.slot_start
  CROSS JOIN LATERAL (
    VALUES
      ('DOWNLOAD_SPEED', t.test_type = 'SPEEDTEST', CASE WHEN t.download IS NOT NULL THEN ARRAY[t.download] END),
      ('UPLOAD_SPEED', t.test_type = 'SPEEDTEST', CASE WHEN t.upload IS NOT NULL THEN ARRAY[t.upload] END),
      ('LATENCY_NATIONAL', t.test_type = 'ICMP' AND t.target_type = 'NATIONAL', CASE WHEN t.rtt IS NOT NULL THEN ARRAY[t.rtt] END),
      ('LATENCY_IX', t.test_type = 'ICMP' AND t.target_type = 'IX', CASE WHEN t.rtt IS NOT NULL THEN ARRAY[t.rtt] END),
      ('LATENCY_INTERNATIONAL', t.test_type = 'ICMP' AND t.target_type = 'INTERNATIONAL', CASE WHEN t.rtt IS NOT NULL THEN ARRAY[t.rtt] END),
      ('JITTER', t.test_type = 'ICMP' AND t.target_type = 'NATIONAL', CASE WHEN t.jitter IS NOT NULL THEN ARRAY[t.jitter] END),
      ('PACKET_LOSS', t.test_type = 'ICMP' AND t.target_type = 'NATIONAL',
        CASE WHEN t.sent > 0 THEN ARRAY[CASE WHEN t.succeeded THEN (t.lost * 100.0 / t.sent)::real ELSE 'Infinity'::real END] END),
      ('DNS', t.test_type = 'DNS', t.dns),
      ('HTTP_REACHABILITY', t.test_type = 'HTTP', CASE WHEN t.http IS NOT NULL THEN ARRAY[t.http] END)
  ) v (parameter_code, applies, samples)
  WHERE v.applies
),
counted AS (
  SELECT
    pop_id,
    busy,
    parameter_code,
    count(*) FILTER (WHERE left_for = '') AS tests,
    sum(lost) FILTER (WHERE left_for = '') AS lost,
    sum(sent) FILTER (WHERE left_for = '') AS sent,
    count(*) FILTER (WHERE left_for = 'AGENT_FAULT') AS left_agent_fault,
    count(*) FILTER (WHERE left_for = 'TARGET_DOWN') AS left_target_down,
    count(*) FILTER (WHERE left_for = 'SLOT') AS left_slot,
    count(*) FILTER (WHERE left_for = 'NO_REFERENCE') AS left_no_reference
  FROM tests
  GROUP BY pop_id, busy, parameter_code
),
sampled AS (
  SELECT
    t.pop_id,
    t.busy,
    t.parameter_code,
    array_agg(s ORDER BY s) AS samples,
    count(*) FILTER (WHERE s = 'Infinity' OR NOT t.succeeded) AS failures
  FROM tests t
  CROSS JOIN LATERAL unnest(t.samples) s
  WHERE t.left_for = ''
  GROUP BY t.pop_id, t.busy, t.parameter_code
)
INSERT INTO qos_pop_day_values (
  pop_id, isp_id, day, parameter_code, busy, samples, failures, tests, due, numerator, denominator,
  left_agent_fault, left_target_down, left_slot, left_no_reference
)
SELECT
  d.pop_id,
  d.isp_id,
  :day,
  q.code,
  d.busy,
  coalesce(s.samples, '{}'),
  coalesce(s.failures, 0),
  coalesce(c.tests, 0),
  d.due,
  CASE WHEN q.code = 'PACKET_LOSS' THEN coalesce(c.lost, 0) END,
  CASE WHEN q.code = 'PACKET_LOSS' THEN coalesce(c.sent, 0) END,
  coalesce(c.left_agent_fault, 0),
  coalesce(c.left_target_down, 0),
  coalesce(c.left_slot, 0),
  coalesce(c.left_no_reference, 0)
FROM due d
JOIN qos_parameters q ON q.code NOT IN ('AVAILABILITY', 'UTILISATION')
LEFT JOIN counted c ON c.pop_id = d.pop_id AND c.busy = d.busy AND c.parameter_code = q.code
LEFT JOIN sampled s ON s.pop_id = d.pop_id AND s.busy = d.busy AND s.parameter_code = q.code
