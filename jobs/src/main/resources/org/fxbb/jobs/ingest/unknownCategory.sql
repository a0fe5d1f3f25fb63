SELECT row_number, 'category' AS column_name, category AS found,
  (SELECT string_agg(code, ', ' ORDER BY code) FROM pop_categories) AS expected
FROM staged_registry_pops
WHERE category IS NOT NULL AND category NOT IN (SELECT code FROM pop_categories)
ORDER BY row_number
