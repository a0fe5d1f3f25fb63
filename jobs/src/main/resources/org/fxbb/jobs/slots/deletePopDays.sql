DELETE FROM qos_pop_day_values v
USING (SELECT DISTINCT pop_id FROM taken_marks) m
WHERE v.pop_id = m.pop_id
  AND v.day = :day
