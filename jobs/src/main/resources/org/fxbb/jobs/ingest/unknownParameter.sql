SELECT row_number, 'parameter' AS column_name, parameter AS found,
  (SELECT string_agg(code, ', ' ORDER BY sort_order) FROM qos_parameters) AS expected
FROM staged_registry_thresholds
WHERE parameter NOT IN (SELECT code FROM qos_parameters)
ORDER BY row_number
