-- The ten numbers of spec 6.1. A line is a PoP with a measured test line; its weight is the ISP's subscribers in
-- the district divided by its measured PoPs there. Percentiles by nearest rank over merged samples.
WITH licensed AS (
  SELECT id
  FROM isps
  WHERE license_status = 'ACTIVE' AND deleted_at IS NULL
), months AS (
  SELECT isp_id, max(snapshot_month) AS month
  FROM subscriber_snapshots
  WHERE snapshot_month <= :period
  GROUP BY isp_id
), subscribers AS (
  SELECT s.isp_id, g.district_code, sum(s.total_subscribers - s.suspended_subscribers) AS active
  FROM subscriber_snapshots s
  JOIN months m ON m.isp_id = s.isp_id AND m.month = s.snapshot_month
  JOIN geo_locations g ON g.location_code = s.location_code
  GROUP BY s.isp_id, g.district_code
), lines AS (
  SELECT
    v.parameter_code,
    v.statistic_value,
    v.attained,
    v.required,
    s.active::numeric / count(*) OVER (PARTITION BY v.parameter_code, v.isp_id, g.district_code) AS weight
  FROM sla_verdicts v
  JOIN pops p ON p.id = v.pop_id
  JOIN geo_locations g ON g.location_code = p.location_code
  LEFT JOIN subscribers s ON s.isp_id = v.isp_id AND s.district_code = g.district_code
  WHERE v.level = 'POP' AND v.period = :period AND v.policy_set = :policy_set
    AND v.parameter_code IN ('DOWNLOAD_SPEED', 'UPLOAD_SPEED', 'PACKET_LOSS')
    AND v.verdict <> 'NOT_MEASURED' AND v.statistic_value IS NOT NULL
), shares AS (
  SELECT
    100 * sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED' AND statistic_value > 95) / nullif(sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED'), 0) AS above_95,
    100 * sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED' AND statistic_value BETWEEN 80 AND 95) / nullif(sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED'), 0) AS from_80,
    100 * sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED' AND statistic_value < 80) / nullif(sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED'), 0) AS below_80,
    100 * sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED' AND attained >= 0.8) / nullif(sum(weight) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED'), 0) AS consistent,
    100 * sum(weight) FILTER (WHERE parameter_code = 'PACKET_LOSS' AND statistic_value < 0.4) / nullif(sum(weight) FILTER (WHERE parameter_code = 'PACKET_LOSS'), 0) AS loss_low,
    100 * sum(weight) FILTER (WHERE parameter_code = 'PACKET_LOSS' AND statistic_value BETWEEN 0.4 AND 1) / nullif(sum(weight) FILTER (WHERE parameter_code = 'PACKET_LOSS'), 0) AS loss_middle,
    100 * sum(weight) FILTER (WHERE parameter_code = 'PACKET_LOSS' AND statistic_value > 1) / nullif(sum(weight) FILTER (WHERE parameter_code = 'PACKET_LOSS'), 0) AS loss_high
  FROM lines
), nation AS (
  SELECT parameter_code, statistic_value, attained, represented_pct
  FROM sla_verdicts
  WHERE level = 'NATION' AND period = :period AND policy_set = :policy_set
), medians AS (
  SELECT q.parameter_code, percentile_disc(0.5) WITHIN GROUP (ORDER BY s.value) AS median
  FROM qos_pop_day_values q
  CROSS JOIN LATERAL unnest(q.samples) AS s (value)
  WHERE q.day >= :period AND q.day < :period_end AND q.busy
    AND q.parameter_code IN ('LATENCY_NATIONAL', 'LATENCY_IX', 'LATENCY_INTERNATIONAL')
  GROUP BY q.parameter_code
), tests AS (
  SELECT
    sum(tests) AS tests,
    count(DISTINCT day) AS days,
    count(DISTINCT isp_id) AS isps,
    100.0 * sum(failures) FILTER (WHERE parameter_code = 'DNS') / nullif(sum(cardinality(samples)) FILTER (WHERE parameter_code = 'DNS'), 0) AS dns_failed
  FROM qos_pop_day_values
  WHERE day >= :period AND day < :period_end AND tests > 0
), agents AS (
  SELECT count(DISTINCT a.id) AS agents
  FROM software_agents a
  JOIN agent_pop_assignments g ON g.agent_id = a.id
  JOIN licensed l ON l.id = a.isp_id
  WHERE a.agent_type = 'QOS_AGENT' AND a.status = 'ACTIVE' AND a.deleted_at IS NULL
    AND g.valid_from < :period_end AND coalesce(g.valid_to, 'infinity') > :period
), excluded AS (
  SELECT 0.25 * count(*) AS hours
  FROM availability_slots
  WHERE slot_start >= :period_start_at AND slot_start < :period_end_at AND status = 'EXCLUDED'
), kinds AS (
  SELECT string_agg(lower(replace(reason, '_', ' ')) || ' ' || trim_scale(hours) || ' h', ', ' ORDER BY reason) AS text
  FROM (
    SELECT reason, round(0.25 * count(*), 1) AS hours
    FROM availability_slots
    WHERE slot_start >= :period_start_at AND slot_start < :period_end_at AND status = 'EXCLUDED'
    GROUP BY reason
  ) k
), repairs AS (
  SELECT
    o.minutes,
    o.affected_subscribers,
    o.is_open,
    o.minutes <= 60 * (CASE WHEN t.bbs_code IS NULL THEN other.value ELSE metro.value END) AS in_target
  FROM outages o
  JOIN pops p ON p.id = o.pop_id
  LEFT JOIN geo_thanas t ON t.bbs_code = p.location_code
  LEFT JOIN policy_values metro
    ON metro.policy_set = :policy_set AND metro.name = 'repair.metropolitan-hours'
    AND metro.effective_date <= :period AND coalesce(metro.expiry_date, 'infinity') > :period
  LEFT JOIN policy_values other
    ON other.policy_set = :policy_set AND other.name = 'repair.other-hours'
    AND other.effective_date <= :period AND coalesce(other.expiry_date, 'infinity') > :period
  WHERE o.started_at >= :period_start_at AND o.started_at < :period_end_at
), repair AS (
  SELECT
    percentile_disc(0.5) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE NOT is_open) AS median,
    percentile_disc(0.95) WITHIN GROUP (ORDER BY minutes) FILTER (WHERE NOT is_open) AS p95,
    100.0 * count(*) FILTER (WHERE in_target AND NOT is_open) / nullif(count(in_target) FILTER (WHERE NOT is_open), 0) AS in_target,
    sum(affected_subscribers * minutes) / 60.0 AS lost_hours,
    count(*) FILTER (WHERE affected_subscribers IS NULL) AS unknown_subscribers,
    count(*) AS outages
  FROM repairs
)
SELECT
  lpad(r.no::text, 2, '0') || '-' || r.name AS row_key,
  CASE WHEN r.first THEN r.no::text ELSE '' END AS no,
  r.what,
  r.value,
  r.unit AS value_unit,
  r.why AS value_why,
  r.note
FROM (
  VALUES
    (1, 1, true, 'isps', 'ISPs with valid tests', (SELECT isps::numeric FROM tests), 'COUNT', 'Not measured', 'of ' || (SELECT count(*) FROM licensed) || ' licensed and active'),
    (2, 1, false, 'agents', 'QoS agents at work', (SELECT agents::numeric FROM agents), 'COUNT', 'Not measured', 'assigned to a PoP in the month'),
    (3, 1, false, 'days', 'Days with tests', (SELECT days::numeric FROM tests), 'COUNT', 'Not measured', 'of ' || (CAST(:period_end AS date) - CAST(:period AS date)) || ' days'),
    (4, 1, false, 'tests', 'Valid tests', (SELECT tests::numeric FROM tests), 'COUNT', 'Not measured', 'all parameters, busy hours and others'),
    (5, 1, false, 'represented', 'Represented subscribers', (SELECT max(represented_pct)::numeric FROM nation WHERE parameter_code = 'DOWNLOAD_SPEED'), 'PERCENT', 'Subscribers unknown', 'in districts with a judged PoP, of all'),
    (6, 2, true, 'download', 'Busy-hour download, median', (SELECT statistic_value::numeric FROM nation WHERE parameter_code = 'DOWNLOAD_SPEED'), 'PERCENT', 'Not measured', 'of the test line''s reference, at the PoP'),
    (7, 2, false, 'upload', 'Busy-hour upload, median', (SELECT statistic_value::numeric FROM nation WHERE parameter_code = 'UPLOAD_SPEED'), 'PERCENT', 'Not measured', 'of the test line''s reference, at the PoP'),
    (8, 3, true, 'above-95', 'Lines above 95 %', (SELECT CASE WHEN below_80 IS NULL AND from_80 IS NULL AND above_95 IS NULL THEN NULL ELSE coalesce(above_95, 0) END FROM shares), 'PERCENT', 'Not measured', 'median download of the line, weighted by subscribers'),
    (9, 3, false, 'from-80', 'Lines from 80 to 95 %', (SELECT CASE WHEN below_80 IS NULL AND from_80 IS NULL AND above_95 IS NULL THEN NULL ELSE coalesce(from_80, 0) END FROM shares), 'PERCENT', 'Not measured', ''),
    (10, 3, false, 'below-80', 'Lines below 80 %', (SELECT CASE WHEN below_80 IS NULL AND from_80 IS NULL AND above_95 IS NULL THEN NULL ELSE coalesce(below_80, 0) END FROM shares), 'PERCENT', 'Not measured', ''),
    (11, 4, true, 'consistent', '80/80 consistent speed', (SELECT CASE WHEN below_80 IS NULL AND from_80 IS NULL AND above_95 IS NULL THEN NULL ELSE coalesce(consistent, 0) END FROM shares), 'PERCENT', 'Not measured', 'lines where 80 % of tests reach 80 % of the reference'),
    (12, 5, true, 'national-median', 'Round trip national, median', (SELECT nullif(median, 'Infinity')::numeric FROM medians WHERE parameter_code = 'LATENCY_NATIONAL'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM medians WHERE parameter_code = 'LATENCY_NATIONAL' AND median = 'Infinity'), 'Not measured'), 'busy hours'),
    (13, 5, false, 'national-p95', 'Round trip national, p95', (SELECT nullif(statistic_value, 'Infinity')::numeric FROM nation WHERE parameter_code = 'LATENCY_NATIONAL'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM nation WHERE parameter_code = 'LATENCY_NATIONAL' AND statistic_value = 'Infinity'), 'Not measured'), 'busy hours'),
    (14, 5, false, 'ix-median', 'Round trip IX, median', (SELECT nullif(median, 'Infinity')::numeric FROM medians WHERE parameter_code = 'LATENCY_IX'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM medians WHERE parameter_code = 'LATENCY_IX' AND median = 'Infinity'), 'Not measured'), 'busy hours'),
    (15, 5, false, 'ix-p95', 'Round trip IX, p95', (SELECT nullif(statistic_value, 'Infinity')::numeric FROM nation WHERE parameter_code = 'LATENCY_IX'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM nation WHERE parameter_code = 'LATENCY_IX' AND statistic_value = 'Infinity'), 'Not measured'), 'busy hours'),
    (16, 5, false, 'international-median', 'Round trip international, median', (SELECT nullif(median, 'Infinity')::numeric FROM medians WHERE parameter_code = 'LATENCY_INTERNATIONAL'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM medians WHERE parameter_code = 'LATENCY_INTERNATIONAL' AND median = 'Infinity'), 'Not measured'), 'busy hours'),
    (17, 5, false, 'international-p95', 'Round trip international, p95', (SELECT nullif(statistic_value, 'Infinity')::numeric FROM nation WHERE parameter_code = 'LATENCY_INTERNATIONAL'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM nation WHERE parameter_code = 'LATENCY_INTERNATIONAL' AND statistic_value = 'Infinity'), 'Not measured'), 'busy hours'),
    (18, 6, true, 'loss', 'Packet loss', (SELECT statistic_value::numeric FROM nation WHERE parameter_code = 'PACKET_LOSS'), 'PERCENT_FINE', 'Not measured', 'packets lost of packets sent, busy hours'),
    (19, 6, false, 'loss-low', 'Lines below 0.4 % loss', (SELECT CASE WHEN loss_low IS NULL AND loss_middle IS NULL AND loss_high IS NULL THEN NULL ELSE coalesce(loss_low, 0) END FROM shares), 'PERCENT', 'Not measured', 'weighted by subscribers'),
    (20, 6, false, 'loss-middle', 'Lines from 0.4 to 1 % loss', (SELECT CASE WHEN loss_low IS NULL AND loss_middle IS NULL AND loss_high IS NULL THEN NULL ELSE coalesce(loss_middle, 0) END FROM shares), 'PERCENT', 'Not measured', ''),
    (21, 6, false, 'loss-high', 'Lines above 1 % loss', (SELECT CASE WHEN loss_low IS NULL AND loss_middle IS NULL AND loss_high IS NULL THEN NULL ELSE coalesce(loss_high, 0) END FROM shares), 'PERCENT', 'Not measured', ''),
    (22, 7, true, 'jitter', 'Jitter, p95', (SELECT nullif(statistic_value, 'Infinity')::numeric FROM nation WHERE parameter_code = 'JITTER'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM nation WHERE parameter_code = 'JITTER' AND statistic_value = 'Infinity'), 'Not measured'), 'busy hours'),
    (23, 7, false, 'dns', 'DNS time, p95', (SELECT nullif(statistic_value, 'Infinity')::numeric FROM nation WHERE parameter_code = 'DNS'), 'MILLIS', coalesce((SELECT 'Tests failed' FROM nation WHERE parameter_code = 'DNS' AND statistic_value = 'Infinity'), 'Not measured'), 'busy hours'),
    (24, 7, false, 'dns-failed', 'DNS queries failed', (SELECT dns_failed FROM tests), 'PERCENT_FINE', 'Not measured', 'of all queries'),
    (25, 8, true, 'availability', 'Service availability', (SELECT statistic_value::numeric FROM nation WHERE parameter_code = 'AVAILABILITY'), 'PERCENT_FINE', 'Not measured', 'judged slots that are not OUTAGE'),
    (26, 8, false, 'lost-hours', 'Subscriber-hours lost', (SELECT CASE WHEN outages = 0 THEN 0 ELSE lost_hours END FROM repair), 'COUNT', 'Subscribers unknown', (SELECT outages || ' outages of 30 minutes or more' || CASE WHEN unknown_subscribers > 0 THEN ', ' || unknown_subscribers || ' with unknown subscribers' ELSE '' END FROM repair)),
    (27, 8, false, 'excluded', 'Excluded PoP-hours', (SELECT hours FROM excluded), 'HOURS', 'Not measured', coalesce((SELECT text FROM kinds), 'no window approved and counted')),
    (28, 9, true, 'repair-median', 'Repair time, median', (SELECT median::numeric FROM repair), 'MINUTES', 'No outage ended', 'outages begun in the month and ended'),
    (29, 9, false, 'repair-p95', 'Repair time, p95', (SELECT p95::numeric FROM repair), 'MINUTES', 'No outage ended', ''),
    (30, 9, false, 'repair-target', 'Repaired in target', (SELECT in_target FROM repair), 'PERCENT', 'Not in policy', 'within the policy''s hours, metropolitan and other'),
    (31, 10, true, 'complaints', 'Complaints per 1,000 subscribers', NULL, 'NUMBER', 'Not collected yet', 'filed complaints are not counted here by this version'),
    (32, 10, false, 'complaints-resolved', 'Complaints resolved', NULL, 'PERCENT', 'Not collected yet', 'filed complaints are not counted here by this version')
) AS r (position, no, first, name, what, value, unit, why, note)
ORDER BY r.position
