SELECT s.row_number, 'category' AS column_name, s.category AS found,
  (SELECT string_agg(c.code, ', ' ORDER BY c.code) FROM test_target_categories c) AS expected
FROM staged_registry_test_targets s
WHERE s.category IS NOT NULL
  AND NOT EXISTS (SELECT FROM test_target_categories c WHERE c.code = upper(s.category))
ORDER BY s.row_number
