DELETE FROM rollup_sessions_hourly r
USING taken_marks m
WHERE r.isp_id = m.isp_id
  AND r.hour = m.hour
  AND r.hour >= :from
  AND r.hour < :to
