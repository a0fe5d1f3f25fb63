SELECT row_number, 'status' AS column_name, status AS found, 'ACTIVE, INACTIVE' AS expected
FROM staged_{layout}
WHERE upper(status) NOT IN ('ACTIVE', 'INACTIVE')
ORDER BY row_number
