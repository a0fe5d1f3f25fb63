DELETE FROM target_down_slots d
USING target_states s
WHERE d.slot_start = s.slot_start
  AND d.test_type = s.test_type
  AND d.target_key = s.target_key
