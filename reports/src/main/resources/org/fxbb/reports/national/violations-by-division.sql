-- One row per division and a total: breaches found at PoPs, by where the PoP stands.
WITH found AS (
  SELECT v.severity, v.pop_id, g.division_code
  FROM sla_violations v
  JOIN pops p ON p.id = v.pop_id
  JOIN geo_locations g ON g.location_code = p.location_code
  WHERE v.measurement_period_start = :period AND v.policy_set = :policy_set AND v.deleted_at IS NULL
)
SELECT
  coalesce(d.bbs_code, 'BD') AS row_key,
  CASE WHEN grouping(d.bbs_code) = 1 THEN 'Bangladesh' ELSE max(d.name_en) END AS division,
  CASE WHEN grouping(d.bbs_code) = 1 THEN 'বাংলাদেশ' ELSE max(d.name_bn) END AS division_bn,
  count(*) FILTER (WHERE f.severity = 'CRITICAL') AS critical,
  count(*) FILTER (WHERE f.severity = 'HIGH') AS high,
  count(*) FILTER (WHERE f.severity = 'MEDIUM') AS medium,
  count(*) FILTER (WHERE f.severity = 'LOW') AS low,
  count(f.severity) AS violations,
  count(DISTINCT f.pop_id) AS pops,
  grouping(d.bbs_code) = 1 AS is_total
FROM geo_divisions d
LEFT JOIN found f ON f.division_code = d.bbs_code
GROUP BY GROUPING SETS ((d.bbs_code), ())
ORDER BY grouping(d.bbs_code), max(d.name_en)
