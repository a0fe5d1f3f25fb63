INSERT INTO target_down_slots (slot_start, test_type, target_key, agents, failed_agents, isps, operators)
SELECT slot_start, test_type, target_key, agents, failed_agents, isps, operators
FROM target_states
WHERE is_down
