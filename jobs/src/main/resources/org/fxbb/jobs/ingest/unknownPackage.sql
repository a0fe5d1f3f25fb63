-- Packages tried beside a trial are staged; otherwise none are.
SELECT s.row_number, 'package_code' AS column_name, s.package_code AS found,
  (
    SELECT string_agg(k.code, ', ' ORDER BY k.code)
    FROM (
      SELECT code FROM packages WHERE isp_id = :isp_id AND deleted_at IS NULL
      UNION
      SELECT package_code FROM staged_filing_packages
      ORDER BY code
      LIMIT 20
    ) k
  ) AS expected
FROM staged_{layout} s
WHERE NOT EXISTS (SELECT FROM packages p WHERE p.isp_id = :isp_id AND p.code = s.package_code AND p.deleted_at IS NULL)
  AND NOT EXISTS (SELECT FROM staged_filing_packages t WHERE t.package_code = s.package_code)
ORDER BY s.row_number
