SELECT s.target_ordinal, t.id
FROM staged_targets s
JOIN snmp_targets t ON t.pop_id = s.pop_id AND t.target_key = s.target_key AND t.deleted_at IS NULL
WHERE s.target_ordinal >= :first_ordinal
