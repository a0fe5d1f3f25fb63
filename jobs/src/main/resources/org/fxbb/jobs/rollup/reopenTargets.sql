-- Interface polls tell which upstream operators a PoP has; failed tests of the day are looked at again for TARGET_DOWN,
-- so that the result does not depend on which agent's file came first.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT 0, 'ts_qos_measurements', t.pop_id, t.isp_id, date_bin('1 hour', t.time, :from)
FROM (SELECT DISTINCT pop_id FROM taken_marks) m
JOIN ts_qos_measurements t ON t.pop_id = m.pop_id
WHERE t.time >= :from
  AND t.time < :to
  AND t.target_key <> ''
  AND (t.test_status NOT IN ('SUCCESS', 'PARTIAL') OR t.packets_received = 0)
