-- Active sessions of the touched ISPs, from the raw rows (spec 5.1): one pass makes the hours and the day of each BRAS. Of the
-- hours the touched ones are stored.
WITH windows AS MATERIALIZED (
  SELECT i.isp_id, w.*
  FROM (SELECT DISTINCT isp_id FROM taken_marks) i
  CROSS JOIN LATERAL (
    SELECT
      t.bras_id,
      t.hour,
      min(t.pop_id) AS pop_id,
      count(t.active_sessions) AS samples,
      count(*) - count(t.active_sessions) AS excluded,
      avg(t.active_sessions) AS active_avg,
      min(t.active_sessions) AS active_min,
      max(t.active_sessions) AS active_max,
      stddev_samp(t.active_sessions) AS active_stddev,
      percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY t.active_sessions) AS p
    FROM (
      SELECT c.bras_id, c.pop_id, c.active_sessions, date_bin('1 hour', c.time, :from) AS hour
      FROM ts_subscriber_counts c
      WHERE c.isp_id = i.isp_id
        AND c.time >= :from
        AND c.time < :to
      OFFSET 0
    ) t
    GROUP BY t.bras_id, ROLLUP (t.hour)
  ) w
),
hours AS (
  INSERT INTO rollup_sessions_hourly (
    hour, isp_id, bras_id, pop_id, samples, excluded,
    active_avg, active_min, active_max, active_stddev, active_p50, active_p95, active_p99
  )
  SELECT
    w.hour, w.isp_id, w.bras_id, w.pop_id, w.samples, w.excluded,
    w.active_avg, w.active_min, w.active_max, w.active_stddev, w.p[1], w.p[2], w.p[3]
  FROM windows w
  WHERE EXISTS (SELECT FROM taken_marks m WHERE m.isp_id = w.isp_id AND m.hour = w.hour)
)
INSERT INTO rollup_sessions_daily (
  day, isp_id, bras_id, pop_id, samples, excluded,
  active_avg, active_min, active_max, active_stddev, active_p50, active_p95, active_p99
)
SELECT
  :day, w.isp_id, w.bras_id, w.pop_id, w.samples, w.excluded,
  w.active_avg, w.active_min, w.active_max, w.active_stddev, w.p[1], w.p[2], w.p[3]
FROM windows w
WHERE w.hour IS NULL
