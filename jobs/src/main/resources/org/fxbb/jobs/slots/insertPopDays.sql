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
parameters (code, test_type, target_type) AS (
  VALUES
    ('DOWNLOAD_SPEED', 'SPEEDTEST', NULL),
    ('UPLOAD_SPEED', 'SPEEDTEST', NULL),
    ('LATENCY_NATIONAL', 'ICMP', 'NATIONAL'),
    ('LATENCY_IX', 'ICMP', 'IX'),
    ('LATENCY_INTERNATIONAL', 'ICMP', 'INTERNATIONAL'),
    ('JITTER', 'ICMP', 'NATIONAL'),
    ('PACKET_LOSS', 'ICMP', 'NATIONAL'),
    ('DNS', 'DNS', NULL),
    ('HTTP_REACHABILITY', 'HTTP', NULL)
),
tests AS (
  SELECT
    t.pop_id,
    s.busy,
    q.code,
    t.succeeded,
    t.sent,
    t.lost,
    t.dns,
    CASE q.code
      WHEN 'DOWNLOAD_SPEED' THEN t.download
      WHEN 'UPLOAD_SPEED' THEN t.upload
      WHEN 'JITTER' THEN t.jitter
      WHEN 'PACKET_LOSS' THEN CASE WHEN t.sent > 0 THEN CASE WHEN t.succeeded THEN (t.lost * 100.0 / t.sent)::real ELSE 'Infinity' END END
      WHEN 'HTTP_REACHABILITY' THEN t.http
      ELSE t.rtt
    END AS sample,
    CASE
      WHEN t.left_for <> '' THEN t.left_for
      WHEN s.leaves THEN 'SLOT'
      ELSE ''
    END AS left_for
  FROM day_tests t
  JOIN parameters q ON q.test_type = t.test_type AND coalesce(q.target_type, t.target_type) = t.target_type
  JOIN slots s ON s.pop_id = t.pop_id AND s.slot_start = t.slot_start
),
samples AS (
  -- One row per sample, or one without where a test has none. DNS: a test has one sample per query.
  SELECT
    pop_id, busy, code, succeeded, left_for, sent, lost, sample, true AS is_first,
    sample IS NOT NULL AS has_sample, sample IS NOT NULL AS has_value
  FROM tests
  WHERE code <> 'DNS'
  UNION ALL
  SELECT
    t.pop_id, t.busy, t.code, t.succeeded, t.left_for, NULL, NULL, d.sample, coalesce(d.nth, 1) = 1,
    d.nth IS NOT NULL, t.dns IS NOT NULL
  FROM tests t
  LEFT JOIN LATERAL unnest(t.dns) WITH ORDINALITY d (sample, nth) ON true
  WHERE t.code = 'DNS'
),
gathered AS (
  SELECT
    pop_id,
    busy,
    code,
    array_agg(sample ORDER BY sample) FILTER (WHERE left_for = '' AND has_sample) AS samples,
    count(*) FILTER (WHERE left_for = '' AND has_sample AND (sample = 'Infinity' OR NOT succeeded)) AS failures,
    count(*) FILTER (WHERE left_for = '' AND has_value AND is_first) AS tests,
    sum(lost) FILTER (WHERE left_for = '' AND has_value) AS lost,
    sum(sent) FILTER (WHERE left_for = '' AND has_value) AS sent,
    count(*) FILTER (WHERE left_for = 'AGENT_FAULT' AND is_first) AS left_agent_fault,
    count(*) FILTER (WHERE left_for = 'TARGET_DOWN' AND is_first) AS left_target_down,
    count(*) FILTER (WHERE left_for = 'SLOT' AND is_first) AS left_slot,
    count(*) FILTER (WHERE left_for = '' AND NOT has_value AND code IN ('DOWNLOAD_SPEED', 'UPLOAD_SPEED')) AS left_no_reference
  FROM samples
  GROUP BY pop_id, busy, code
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
  coalesce(g.samples, '{}'),
  coalesce(g.failures, 0),
  coalesce(g.tests, 0),
  d.due,
  CASE WHEN q.code = 'PACKET_LOSS' THEN coalesce(g.lost, 0) END,
  CASE WHEN q.code = 'PACKET_LOSS' THEN coalesce(g.sent, 0) END,
  coalesce(g.left_agent_fault, 0),
  coalesce(g.left_target_down, 0),
  coalesce(g.left_slot, 0),
  coalesce(g.left_no_reference, 0)
FROM due d
JOIN qos_parameters q ON q.code NOT IN ('AVAILABILITY', 'UTILISATION')
LEFT JOIN gathered g ON g.pop_id = d.pop_id AND g.busy = d.busy AND g.code = q.code
