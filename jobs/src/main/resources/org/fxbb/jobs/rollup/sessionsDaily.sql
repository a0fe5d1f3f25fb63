-- Active sessions of the touched windows, from the raw rows (spec 5.1).
INSERT INTO rollup_sessions_daily (
  day, isp_id, bras_id, pop_id, samples, excluded,
  active_avg, active_min, active_max, active_stddev, active_p50, active_p95, active_p99
)
SELECT
  w.bucket, w.isp_id, w.bras_id, w.pop_id, w.samples, w.excluded,
  w.active_avg, w.active_min, w.active_max, w.active_stddev, w.p[1], w.p[2], w.p[3]
FROM (
  SELECT
    :day::date AS bucket,
    t.isp_id,
    t.bras_id,
    min(t.pop_id) AS pop_id,
    count(t.active_sessions) AS samples,
    count(*) - count(t.active_sessions) AS excluded,
    avg(t.active_sessions) AS active_avg,
    min(t.active_sessions) AS active_min,
    max(t.active_sessions) AS active_max,
    stddev_samp(t.active_sessions) AS active_stddev,
    percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY t.active_sessions) AS p
  FROM (SELECT DISTINCT isp_id FROM taken_marks) m
  JOIN ts_subscriber_counts t
    ON t.isp_id = m.isp_id
  WHERE t.time >= :from
    AND t.time < :to
  GROUP BY bucket, t.isp_id, t.bras_id
) w
