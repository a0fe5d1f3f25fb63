INSERT INTO snmp_targets (isp_id, pop_id, target_key, upstream_type_id, origin)
SELECT isp_id, pop_id, target_key, upstream_type_id, 'SEEN'
FROM staged_targets s
WHERE s.target_ordinal >= :first_ordinal
  AND NOT EXISTS (
    SELECT FROM snmp_targets t
    WHERE t.pop_id = s.pop_id AND t.target_key = s.target_key AND t.deleted_at IS NULL)
ORDER BY pop_id, target_key
ON CONFLICT (pop_id, target_key) WHERE deleted_at IS NULL DO NOTHING
