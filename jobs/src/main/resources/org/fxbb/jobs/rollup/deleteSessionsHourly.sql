DELETE FROM rollup_sessions_hourly r
USING (SELECT DISTINCT isp_id FROM taken_marks) i
WHERE r.isp_id = i.isp_id
  AND r.hour >= :from
  AND r.hour < :to
  AND EXISTS (SELECT FROM taken_marks m WHERE m.isp_id = r.isp_id AND m.hour = r.hour)
