-- Takes the marks of one table, day and buckets (spec 5.1). What a load commits after this statement began stays for the next refresh.
WITH taken AS (
  DELETE FROM rollup_dirty_marks
  WHERE table_name = :table_name
    AND hour >= :from
    AND hour < :to
    AND CASE WHEN table_name = 'ts_subscriber_counts' THEN isp_id ELSE pop_id END % :buckets BETWEEN :first_bucket AND :last_bucket
  RETURNING pop_id, isp_id, hour
)
INSERT INTO taken_marks (pop_id, isp_id, hour)
SELECT DISTINCT pop_id, isp_id, hour
FROM taken
