SELECT row_number, 'value' AS column_name, coalesce(value, '') AS found, '0-24, such as 20-24' AS expected
FROM staged_registry_calendar
WHERE kind = 'BUSY_HOURS'
  AND CASE
    WHEN value ~ '^[0-9]{1,2}-[0-9]{1,2}$' THEN split_part(value, '-', 1)::integer >= split_part(value, '-', 2)::integer OR split_part(value, '-', 2)::integer > 24
    ELSE true
  END
ORDER BY row_number
