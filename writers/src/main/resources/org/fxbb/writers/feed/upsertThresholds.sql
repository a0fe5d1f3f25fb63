-- What a list leaves out is taken from the default set's rule of the same parameter.
INSERT INTO sla_thresholds (policy_set, parameter_code, license_category, package_type, target_type, threshold_type, value, warning_value, statistic, percentile, share_pct, busy_hours_only, min_samples, effective_date, expiry_date, legal_reference, legal_status)
SELECT s.policy_set, s.parameter, coalesce(s.license_category, ''), coalesce(s.package_type, ''), coalesce(s.target_type, ''), s.threshold_type, s.value, s.warning_value,
  coalesce(s.statistic, d.statistic, 'MEAN'),
  coalesce(s.percentile, CASE WHEN s.statistic IS NULL THEN d.percentile END),
  coalesce(s.share_pct, CASE WHEN s.statistic IS NULL THEN d.share_pct END),
  coalesce(s.busy_hours_only, q.busy_hours),
  coalesce(s.min_samples, d.min_samples, 100)::integer,
  s.effective_date, s.expiry_date, s.legal_reference, s.legal_status
FROM staged_registry_thresholds s
JOIN qos_parameters q ON q.code = s.parameter
LEFT JOIN LATERAL (
  SELECT t.statistic, t.percentile, t.share_pct, t.min_samples
  FROM sla_thresholds t
  JOIN policy_sets p ON p.code = t.policy_set AND p.is_default
  WHERE t.parameter_code = s.parameter AND t.deleted_at IS NULL
  ORDER BY t.license_category, t.package_type, t.target_type, t.effective_date
  LIMIT 1
) d ON true
ORDER BY s.row_number
ON CONFLICT (policy_set, parameter_code, license_category, package_type, target_type, effective_date) WHERE deleted_at IS NULL DO UPDATE
SET threshold_type = excluded.threshold_type,
  value = excluded.value,
  warning_value = excluded.warning_value,
  statistic = excluded.statistic,
  percentile = excluded.percentile,
  share_pct = excluded.share_pct,
  busy_hours_only = excluded.busy_hours_only,
  min_samples = excluded.min_samples,
  expiry_date = excluded.expiry_date,
  legal_reference = excluded.legal_reference,
  legal_status = excluded.legal_status,
  updated_at = :now
