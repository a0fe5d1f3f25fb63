DELETE FROM rollup_sessions_daily r
USING (SELECT DISTINCT isp_id FROM taken_marks) i
WHERE r.isp_id = i.isp_id
  AND r.day = :day
