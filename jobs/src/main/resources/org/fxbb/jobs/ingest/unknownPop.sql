SELECT s.row_number, 'pop_code' AS column_name, s.pop_code AS found,
  (SELECT string_agg(p.code, ', ' ORDER BY p.code) FROM (SELECT code FROM pops WHERE isp_id = :isp_id AND deleted_at IS NULL ORDER BY code LIMIT 20) p) AS expected
FROM staged_filing_pops s
WHERE s.pop_code <> ''
  AND NOT EXISTS (SELECT FROM pops p WHERE p.isp_id = :isp_id AND p.code = s.pop_code AND p.deleted_at IS NULL)
ORDER BY s.row_number
