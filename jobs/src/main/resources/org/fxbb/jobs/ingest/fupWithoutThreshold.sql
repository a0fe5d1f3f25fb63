SELECT row_number, 'fup_threshold_gb' AS column_name, '' AS found, '' AS expected
FROM staged_filing_packages
WHERE has_fup AND fup_threshold_gb IS NULL
ORDER BY row_number
