-- One row per licensed, active ISP and parameter: verdict, value, limit, interval and evidence.
SELECT
  i.code || '-' || q.code AS row_key,
  i.code AS isp_code,
  q.name_en AS parameter,
  q.name_bn AS parameter_bn,
  coalesce(v.verdict, 'NOT_MEASURED') AS verdict,
  CASE t.statistic
    WHEN 'SHARE' THEN trim_scale(t.share_pct) || ' % of tests reach ' || trim_scale(t.value) || CASE WHEN q.unit = '% of reference' THEN ' %' ELSE '' END
    WHEN 'PERCENTILE' THEN 'p' || trim_scale(t.percentile) || ' at most ' || trim_scale(t.value) || ' ' || q.unit
    ELSE CASE t.threshold_type WHEN 'MIN' THEN 'at least ' ELSE 'at most ' END || trim_scale(t.value) || ' %'
  END AS target,
  v.statistic_value AS value,
  CASE q.unit WHEN 'ms' THEN 'MILLIS' WHEN '%' THEN 'PERCENT_FINE' ELSE 'PERCENT' END AS value_unit,
  initcap(left(replace(nullif(v.reason, ''), '_', ' '), 1)) || lower(substr(replace(nullif(v.reason, ''), '_', ' '), 2)) AS value_why,
  100 * v.attained AS attained,
  100 * v.attained_low AS low,
  100 * v.attained_high AS high,
  100 * v.required AS required,
  v.n AS tests,
  v.days,
  coalesce(v.reason, '') AS reason,
  q.code AS parameter_code,
  q.category
FROM isps i
CROSS JOIN qos_parameters q
LEFT JOIN sla_thresholds t
  ON t.parameter_code = q.code AND t.policy_set = :policy_set AND t.deleted_at IS NULL
  AND t.license_category = '' AND t.package_type = '' AND t.target_type = ''
  AND t.effective_date <= :period AND coalesce(t.expiry_date, 'infinity') > :period
LEFT JOIN sla_verdicts v
  ON v.isp_id = i.id AND v.parameter_code = q.code AND v.level = 'ISP'
  AND v.period = :period AND v.policy_set = :policy_set
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
ORDER BY i.code, q.sort_order
