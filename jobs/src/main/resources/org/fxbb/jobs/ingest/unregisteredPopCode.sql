SELECT s.row_number, 'pop_code' AS column_name, s.pop_code AS found,
  (SELECT string_agg(p.code, ', ' ORDER BY p.code) FROM (SELECT code FROM pops WHERE isp_id = i.id AND deleted_at IS NULL ORDER BY code LIMIT 20) p) AS expected
FROM staged_{layout} s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
WHERE NOT EXISTS (SELECT FROM pops p WHERE p.isp_id = i.id AND p.code = s.pop_code AND p.deleted_at IS NULL)
ORDER BY s.row_number
