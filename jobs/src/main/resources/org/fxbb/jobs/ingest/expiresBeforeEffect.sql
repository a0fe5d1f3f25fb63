SELECT row_number, 'expiry_date' AS column_name, expiry_date::text AS found, '' AS expected
FROM staged_registry_notice_grades
WHERE expiry_date <= effective_date
ORDER BY row_number
