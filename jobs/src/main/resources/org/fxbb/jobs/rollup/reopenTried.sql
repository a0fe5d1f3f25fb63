-- PoP-days that new tests re-open: every PoP that tried a target whose state changed. Where none did, no test is read.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT 0, 'availability_slots', t.pop_id, t.isp_id, :from::timestamptz
FROM target_states s
JOIN ts_qos_measurements t
  ON t.test_type = s.test_type
  AND t.target_key = s.target_key
  AND date_bin('15 minutes', t.time, :from) = s.slot_start
WHERE s.is_down <> s.was_down
  AND t.time >= :from
  AND t.time < :to
