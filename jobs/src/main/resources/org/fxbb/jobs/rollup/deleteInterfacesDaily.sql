DELETE FROM rollup_interfaces_daily r
USING taken_marks m
WHERE r.pop_id = m.pop_id
  AND r.day = :day
