-- Every violation of the month, PoP breaches under the one of their ISP.
SELECT
  v.id::text AS row_key,
  v.id::text AS violation,
  i.code AS isp,
  i.name_en AS name,
  i.name_bn AS name_bn,
  coalesce(p.code, '') AS pop,
  v.violation_type AS type,
  coalesce(q.name_en, CASE WHEN v.parameter_code LIKE 'FILING_%' THEN 'Filing: ' || lower(substr(v.parameter_code, 8)) ELSE initcap(replace(v.parameter_code, '_', ' ')) END) AS parameter,
  v.severity,
  v.legal_effect AS effect,
  CASE v.status WHEN 'CONFIRMED' THEN 'Confirmed' ELSE 'Alleged (' || lower(v.status) || ')' END AS status,
  v.expected,
  v.actual,
  v.interval_low AS low,
  v.interval_high AS high,
  v.n AS tests,
  v.days,
  v.affected_subscribers AS subscribers,
  coalesce(v.parent_violation_id::text, '') AS parent
FROM sla_violations v
JOIN isps i ON i.id = v.isp_id
LEFT JOIN pops p ON p.id = v.pop_id
LEFT JOIN qos_parameters q ON q.code = v.parameter_code
WHERE v.measurement_period_start = :period AND v.policy_set = :policy_set AND v.deleted_at IS NULL
ORDER BY i.code, q.sort_order NULLS LAST, v.parameter_code, p.code NULLS FIRST
