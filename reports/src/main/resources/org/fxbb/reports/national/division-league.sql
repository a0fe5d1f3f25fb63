-- One row per division and a total: PoPs and subscribers there, and what the division's lines reached.
WITH months AS (
  SELECT isp_id, max(snapshot_month) AS month
  FROM subscriber_snapshots
  WHERE snapshot_month <= :period
  GROUP BY isp_id
), subscribers AS (
  SELECT g.division_code AS code, sum(s.total_subscribers - s.suspended_subscribers) AS active
  FROM subscriber_snapshots s
  JOIN months m ON m.isp_id = s.isp_id AND m.month = s.snapshot_month
  JOIN geo_locations g ON g.location_code = s.location_code
  GROUP BY g.division_code
), present AS (
  SELECT g.division_code AS code, count(*) AS pops, count(DISTINCT p.isp_id) AS isps
  FROM pops p
  JOIN geo_locations g ON g.location_code = p.location_code
  WHERE p.status = 'ACTIVE' AND p.deleted_at IS NULL
    AND p.valid_from < :period_end AND coalesce(p.valid_to, 'infinity') > :period
  GROUP BY g.division_code
), verdicts AS (
  SELECT
    subject_key,
    level,
    max(statistic_value) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download,
    max(100 * attained) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS reach,
    max(100 * attained_low) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS low,
    max(100 * attained_high) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS high,
    max(verdict) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS verdict,
    max(statistic_value) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency,
    max(statistic_value) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss,
    max(statistic_value) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability_mark
  FROM sla_verdicts
  WHERE period = :period AND policy_set = :policy_set AND level IN ('DIVISION', 'NATION')
  GROUP BY subject_key, level
), areas AS (
  SELECT
    d.bbs_code AS row_key,
    d.name_en AS name,
    d.name_bn AS name_bn,
    coalesce(p.pops, 0) AS pops,
    coalesce(p.isps, 0) AS isps,
    coalesce(s.active, 0) AS subscribers,
    false AS is_total,
    v.download, v.download_mark, v.reach, v.reach AS reach_order, v.low, v.high, v.latency, v.latency_mark, v.loss, v.loss_mark, v.availability, v.availability_mark, v.verdict
  FROM geo_divisions d
  LEFT JOIN present p ON p.code = d.bbs_code
  LEFT JOIN subscribers s ON s.code = d.bbs_code
  LEFT JOIN verdicts v ON v.level = 'DIVISION' AND v.subject_key = d.bbs_code
  UNION ALL
  SELECT
    'BD', 'Bangladesh', 'বাংলাদেশ',
    coalesce((SELECT sum(pops) FROM present), 0),
    (SELECT count(DISTINCT isp_id) FROM pops WHERE status = 'ACTIVE' AND deleted_at IS NULL AND valid_from < :period_end AND coalesce(valid_to, 'infinity') > :period),
    coalesce((SELECT sum(active) FROM subscribers), 0),
    true,
    v.download, v.download_mark, v.reach, NULL, v.low, v.high, v.latency, v.latency_mark, v.loss, v.loss_mark, v.availability, v.availability_mark, v.verdict
  FROM (SELECT 1) AS one
  LEFT JOIN verdicts v ON v.level = 'NATION'
)
SELECT
  a.*,
  CASE WHEN a.verdict IN ('MEETS', 'BREACHES') AND NOT a.is_total THEN rank() OVER (PARTITION BY a.is_total OR a.verdict NOT IN ('MEETS', 'BREACHES') ORDER BY a.reach_order DESC NULLS LAST) END AS rank,
  coalesce(a.verdict, 'NOT_MEASURED') AS judged
FROM areas a
ORDER BY a.is_total, rank NULLS LAST, a.name
