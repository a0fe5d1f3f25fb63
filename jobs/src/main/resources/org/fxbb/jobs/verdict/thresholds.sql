-- The thresholds in force on the first day of the period, by parameter and licence category.
SELECT DISTINCT ON (parameter_code, license_category)
  id, parameter_code, license_category, threshold_type, value, statistic, percentile, share_pct, busy_hours_only, min_samples
FROM sla_thresholds
WHERE policy_set = :policy_set
  AND package_type = ''
  AND target_type = ''
  AND deleted_at IS NULL
  AND effective_date <= :first
  AND (expiry_date IS NULL OR expiry_date > :first)
ORDER BY parameter_code, license_category, effective_date DESC
