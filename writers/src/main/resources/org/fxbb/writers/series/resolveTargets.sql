UPDATE staged_targets s
SET snmp_target_id = t.id
FROM snmp_targets t
WHERE t.pop_id = s.pop_id AND t.target_key = s.target_key AND t.deleted_at IS NULL
