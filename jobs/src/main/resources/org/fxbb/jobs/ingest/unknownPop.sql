SELECT s.row_number, 'pop_code' AS column_name, s.pop_code AS found,
  (
    SELECT CASE count(*) WHEN 0 THEN 'none yet' ELSE string_agg(p.code, ', ' ORDER BY p.code) FILTER (WHERE p.place <= 10) || CASE WHEN count(*) > 10 THEN ', ...' ELSE '' END END
    FROM (SELECT code, row_number() OVER (ORDER BY code) AS place FROM pops WHERE isp_id = :isp_id AND deleted_at IS NULL) p
  ) AS expected
FROM staged_filing_pops s
WHERE s.pop_code <> ''
  AND NOT EXISTS (SELECT FROM pops p WHERE p.isp_id = :isp_id AND p.code = s.pop_code AND p.deleted_at IS NULL)
ORDER BY s.row_number
