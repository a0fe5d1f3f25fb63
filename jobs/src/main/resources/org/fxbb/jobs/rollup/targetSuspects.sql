-- Quarter hours and targets to look at again: what a touched PoP failed on the day, and what was down before.
INSERT INTO target_suspects (slot_start, test_type, target_key)
SELECT date_bin('15 minutes', t.time, :from) AS slot_start, t.test_type, t.target_key
FROM (SELECT DISTINCT pop_id FROM taken_marks) m
JOIN ts_qos_measurements t ON t.pop_id = m.pop_id
WHERE t.time >= :from
  AND t.time < :to
  AND t.target_key <> ''
  AND (t.test_status NOT IN ('SUCCESS', 'PARTIAL') OR t.packets_received = 0)
UNION
SELECT d.slot_start, d.test_type, d.target_key
FROM target_down_slots d
WHERE d.slot_start >= :from
  AND d.slot_start < :to
