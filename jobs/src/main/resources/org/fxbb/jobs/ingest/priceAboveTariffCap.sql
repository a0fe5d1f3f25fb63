-- Caps are set for single speeds of residential packages; a speed without one has no cap.
SELECT s.row_number, 'price_bdt' AS column_name, trim_scale(s.price_bdt)::text AS found, trim_scale(v.value)::text AS expected
FROM staged_filing_packages s
JOIN policy_values v
  ON v.name = 'tariff-cap.' || trim_scale(s.download_speed_mbps)::text
  AND v.effective_date <= :period
  AND (v.expiry_date IS NULL OR v.expiry_date > :period)
JOIN policy_sets p ON p.code = v.policy_set AND p.is_default
WHERE s.package_type = 'RESIDENTIAL' AND s.price_bdt > v.value
ORDER BY s.row_number
