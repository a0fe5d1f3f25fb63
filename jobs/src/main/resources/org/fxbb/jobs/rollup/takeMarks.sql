-- Takes the marks of one table and day (spec 5.1). What a load commits after this statement began stays for the next refresh.
WITH taken AS (
  DELETE FROM rollup_dirty_marks
  WHERE table_name = :table_name
    AND hour >= :from
    AND hour < :to
  RETURNING pop_id, isp_id, hour
)
INSERT INTO taken_marks (pop_id, isp_id, hour)
SELECT DISTINCT pop_id, isp_id, hour
FROM taken
