-- Interfaces that no agent has named: their key has the address in place of the agent's target_id.
INSERT INTO snmp_targets (isp_id, pop_id, target_key, upstream_type_id, upstream_operator, target_ip, port, version, credential_ref, if_index, if_name, if_speed_mbps, origin)
SELECT i.id, p.id, k.target_key, u.id, s.upstream_operator, s.target_ip, s.port::integer, s.version, s.credential_ref, s.if_index::integer, s.if_name, s.if_speed_mbps, 'REGISTRY'
FROM staged_registry_snmp_targets s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
JOIN pops p ON p.isp_id = i.id AND p.code = s.pop_code AND p.deleted_at IS NULL
JOIN upstream_types u ON u.code = s.interface_type
CROSS JOIN LATERAL (
  SELECT s.target_ip || '/' || coalesce(s.if_index::text, s.if_name, '') || '/' || s.interface_type AS target_key
) k
WHERE NOT EXISTS (
  SELECT FROM snmp_targets t
  WHERE t.pop_id = p.id
    AND t.upstream_type_id = u.id
    AND t.target_ip = s.target_ip
    AND coalesce(t.if_index::text, t.if_name, '') = coalesce(s.if_index::text, s.if_name, '')
    AND t.seen_at IS NOT NULL
    AND t.deleted_at IS NULL)
ORDER BY s.row_number
ON CONFLICT (pop_id, target_key) WHERE deleted_at IS NULL DO UPDATE
SET upstream_operator = coalesce(excluded.upstream_operator, snmp_targets.upstream_operator),
  port = coalesce(excluded.port, snmp_targets.port),
  version = excluded.version,
  credential_ref = coalesce(excluded.credential_ref, snmp_targets.credential_ref),
  if_name = coalesce(excluded.if_name, snmp_targets.if_name),
  if_speed_mbps = coalesce(excluded.if_speed_mbps, snmp_targets.if_speed_mbps),
  updated_at = :now
