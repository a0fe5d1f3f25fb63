SELECT s.row_number, 'isp_code' AS column_name, s.isp_code AS found, '' AS expected
FROM staged_{layout} s
WHERE NOT EXISTS (SELECT FROM isps i WHERE i.code = s.isp_code AND i.deleted_at IS NULL)
ORDER BY s.row_number
