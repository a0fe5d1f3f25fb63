DELETE FROM rollup_interfaces_hourly r
USING taken_marks m
WHERE r.pop_id = m.pop_id
  AND r.hour = m.hour
  AND r.hour >= :from
  AND r.hour < :to
