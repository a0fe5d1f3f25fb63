DELETE FROM availability_slots s
USING (SELECT DISTINCT pop_id FROM taken_marks) m
WHERE s.pop_id = m.pop_id
  AND s.slot_start >= :from
  AND s.slot_start < :to
