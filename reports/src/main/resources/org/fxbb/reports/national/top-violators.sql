-- The ten ISPs with the gravest violations: most CRITICAL first, then HIGH, MEDIUM, LOW.
SELECT
  i.code AS row_key,
  i.name_en AS name,
  i.name_bn AS name_bn,
  c.name_en AS category,
  count(*) FILTER (WHERE v.severity = 'CRITICAL') AS critical,
  count(*) FILTER (WHERE v.severity = 'HIGH') AS high,
  count(*) FILTER (WHERE v.severity = 'MEDIUM') AS medium,
  count(*) FILTER (WHERE v.severity = 'LOW') AS low,
  count(*) AS violations,
  count(*) FILTER (WHERE v.status <> 'CONFIRMED') AS alleged,
  string_agg(coalesce(q.name_en, CASE WHEN v.parameter_code LIKE 'FILING_%' THEN 'Filing: ' || lower(substr(v.parameter_code, 8)) ELSE initcap(replace(v.parameter_code, '_', ' ')) END), ', ' ORDER BY q.sort_order NULLS LAST, v.parameter_code) AS parameters
FROM sla_violations v
JOIN isps i ON i.id = v.isp_id
JOIN isp_license_categories c ON c.id = i.license_category_id
LEFT JOIN qos_parameters q ON q.code = v.parameter_code
WHERE v.measurement_period_start = :period AND v.policy_set = :policy_set
  AND v.parent_violation_id IS NULL AND v.deleted_at IS NULL
GROUP BY i.code, i.name_en, i.name_bn, c.name_en
ORDER BY critical DESC, high DESC, medium DESC, low DESC, i.name_en, i.code
LIMIT 10
