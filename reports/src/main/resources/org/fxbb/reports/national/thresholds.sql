-- Every threshold in force on the first day of the month, with its legal status.
SELECT
  t.parameter_code || coalesce('-' || nullif(t.license_category, ''), '') || coalesce('-' || nullif(t.package_type, ''), '') || coalesce('-' || nullif(t.target_type, ''), '') AS row_key,
  q.name_en AS parameter,
  q.name_bn AS parameter_bn,
  coalesce(nullif(concat_ws(', ', nullif(t.license_category, ''), nullif(t.package_type, ''), nullif(t.target_type, '')), ''), 'All') AS applies_to,
  CASE t.threshold_type WHEN 'MIN' THEN 'at least' ELSE 'at most' END AS bound,
  t.value,
  q.unit,
  t.statistic,
  coalesce('p' || trim_scale(t.percentile), trim_scale(t.share_pct) || ' % of tests', '-') AS of,
  CASE WHEN t.busy_hours_only THEN 'busy hours' ELSE 'all hours' END AS hours,
  t.min_samples,
  coalesce(t.legal_reference, '-') AS reference,
  t.legal_status
FROM sla_thresholds t
JOIN qos_parameters q ON q.code = t.parameter_code
WHERE t.policy_set = :policy_set AND t.deleted_at IS NULL
  AND t.effective_date <= :period AND coalesce(t.expiry_date, 'infinity') > :period
ORDER BY q.sort_order, t.license_category, t.package_type, t.target_type
