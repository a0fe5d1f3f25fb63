INSERT INTO {table} ({columns})
SELECT {columns}
FROM staged_{layout}
ORDER BY staged_row
ON CONFLICT DO NOTHING
