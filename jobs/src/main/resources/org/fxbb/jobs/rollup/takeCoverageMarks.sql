-- ISPs whose subscribers filings changed since the last refresh.
WITH taken AS (
  DELETE FROM rollup_dirty_marks
  WHERE table_name = 'subscriber_snapshots'
  RETURNING isp_id
)
SELECT DISTINCT isp_id FROM taken ORDER BY isp_id
