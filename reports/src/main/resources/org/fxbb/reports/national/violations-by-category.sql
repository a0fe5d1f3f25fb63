-- One row per category and parameter and a total: violations of ISPs (children at PoPs are not counted again).
SELECT
  coalesce(v.parameter_code, 'ALL') AS row_key,
  CASE
    WHEN grouping(v.parameter_code) = 1 THEN 'All'
    WHEN max(v.violation_type) = 'REPORTING' THEN 'Reporting'
    ELSE initcap(max(q.category))
  END AS category,
  CASE
    WHEN grouping(v.parameter_code) = 1 THEN 'All violations'
    ELSE coalesce(max(q.name_en), CASE WHEN v.parameter_code LIKE 'FILING_%' THEN 'Filing: ' || lower(substr(v.parameter_code, 8)) ELSE initcap(replace(v.parameter_code, '_', ' ')) END)
  END AS parameter,
  count(*) FILTER (WHERE v.severity = 'CRITICAL') AS critical,
  count(*) FILTER (WHERE v.severity = 'HIGH') AS high,
  count(*) FILTER (WHERE v.severity = 'MEDIUM') AS medium,
  count(*) FILTER (WHERE v.severity = 'LOW') AS low,
  count(*) AS violations,
  count(DISTINCT v.isp_id) AS isps,
  grouping(v.parameter_code) = 1 AS is_total
FROM sla_violations v
LEFT JOIN qos_parameters q ON q.code = v.parameter_code
WHERE v.measurement_period_start = :period AND v.policy_set = :policy_set
  AND v.parent_violation_id IS NULL AND v.deleted_at IS NULL
GROUP BY GROUPING SETS ((v.parameter_code), ())
ORDER BY grouping(v.parameter_code), max(v.violation_type) DESC, max(q.sort_order) NULLS LAST, v.parameter_code
