DELETE FROM rollup_sessions_daily r
USING taken_marks m
WHERE r.isp_id = m.isp_id
  AND r.day = :day
