SELECT row_number, 'ends_at' AS column_name, to_char(ends_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS found, '' AS expected
FROM staged_registry_maintenance
WHERE ends_at <= starts_at
ORDER BY row_number
