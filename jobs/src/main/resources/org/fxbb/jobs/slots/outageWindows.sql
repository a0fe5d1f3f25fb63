-- Runs of consecutive OUTAGE slots that touch a re-judged day (spec 5.3.6). The window of a PoP grows to the whole of every listed
-- outage that it meets.
WITH taken AS (
  DELETE FROM rollup_dirty_marks
  WHERE table_name = 'outages'
  RETURNING pop_id, isp_id, hour
),
days AS (
  SELECT pop_id, min(hour) AS starts_at, max(hour) + interval '1 day' AS ends_at
  FROM taken
  GROUP BY pop_id
),
windows AS (
  SELECT
    d.pop_id,
    least(d.starts_at, min(o.started_at)) - interval '15 minutes' AS starts_at,
    greatest(d.ends_at, max(o.ended_at)) + interval '15 minutes' AS ends_at
  FROM days d
  LEFT JOIN outages o ON o.pop_id = d.pop_id AND ((o.started_at <= d.ends_at AND o.ended_at >= d.starts_at) OR o.is_open)
  GROUP BY d.pop_id, d.starts_at, d.ends_at
)
INSERT INTO outage_windows (pop_id, starts_at, ends_at)
SELECT pop_id, starts_at, ends_at
FROM windows
