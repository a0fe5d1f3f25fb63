-- As somebody would write it who recomputes whole days: delete, and aggregate all raw rows of the days.
INSERT INTO rollup_sessions_hourly
SELECT
  date_trunc('hour', time, 'Asia/Dhaka') AS hour,
  isp_id,
  bras_id,
  min(pop_id),
  count(active_sessions),
  count(*) - count(active_sessions),
  avg(active_sessions),
  min(active_sessions),
  max(active_sessions),
  stddev_samp(active_sessions),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY active_sessions),
  percentile_disc(0.95) WITHIN GROUP (ORDER BY active_sessions),
  percentile_disc(0.99) WITHIN GROUP (ORDER BY active_sessions)
FROM ts_subscriber_counts
WHERE time >= :from
  AND time < :to
GROUP BY 1, isp_id, bras_id
