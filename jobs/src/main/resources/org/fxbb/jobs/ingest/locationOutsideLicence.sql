-- An area covers all that lies in it: codes begin with the code of their parent. Each place of a file is looked at once.
WITH areas AS (
  SELECT location_code FROM isp_coverage_areas WHERE isp_id = :isp_id AND deleted_at IS NULL
), outside AS (
  SELECT s.location
  FROM staged_{layout} s
  WHERE EXISTS (SELECT FROM areas)
  GROUP BY s.location
  HAVING NOT EXISTS (SELECT FROM areas a WHERE a.location_code = 'BD' OR starts_with(s.location, a.location_code))
)
SELECT s.row_number, 'location' AS column_name, s.location AS found,
  (SELECT string_agg(a.location_code, ', ' ORDER BY a.location_code) FROM (SELECT location_code FROM areas ORDER BY location_code LIMIT 20) a) AS expected
FROM staged_{layout} s
JOIN outside o ON o.location = s.location
ORDER BY s.row_number
