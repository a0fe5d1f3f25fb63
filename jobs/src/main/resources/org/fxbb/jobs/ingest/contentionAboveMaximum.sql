SELECT s.row_number, 'contention_ratio' AS column_name, '1:' || trim_scale(s.contention_ratio)::text AS found, '1:' || trim_scale(v.value)::text AS expected
FROM staged_filing_packages s
JOIN policy_values v
  ON v.name = 'contention.maximum'
  AND v.effective_date <= :period
  AND (v.expiry_date IS NULL OR v.expiry_date > :period)
JOIN policy_sets p ON p.code = v.policy_set AND p.is_default
WHERE s.contention_ratio > v.value
ORDER BY s.row_number
