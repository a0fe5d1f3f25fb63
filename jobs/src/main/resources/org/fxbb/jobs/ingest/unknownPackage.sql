SELECT s.row_number, 'package_code' AS column_name, s.package_code AS found,
  (SELECT string_agg(p.code, ', ' ORDER BY p.code) FROM (SELECT code FROM packages WHERE isp_id = :isp_id AND deleted_at IS NULL ORDER BY code LIMIT 20) p) AS expected
FROM staged_{layout} s
WHERE NOT EXISTS (SELECT FROM packages p WHERE p.isp_id = :isp_id AND p.code = s.package_code AND p.deleted_at IS NULL)
ORDER BY s.row_number
