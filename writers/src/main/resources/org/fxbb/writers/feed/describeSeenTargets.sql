-- Interfaces that an agent has named already; what its newest poll says of them stays.
UPDATE snmp_targets t
SET port = coalesce(s.port, t.port),
  version = s.version,
  credential_ref = coalesce(s.credential_ref, t.credential_ref),
  upstream_operator = coalesce(t.upstream_operator, s.upstream_operator),
  updated_at = :now
FROM staged_registry_snmp_targets s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
JOIN pops p ON p.isp_id = i.id AND p.code = s.pop_code AND p.deleted_at IS NULL
JOIN upstream_types u ON u.code = s.interface_type
WHERE t.pop_id = p.id
  AND t.upstream_type_id = u.id
  AND t.target_ip = s.target_ip
  AND coalesce(t.if_index::text, t.if_name, '') = coalesce(s.if_index::text, s.if_name, '')
  AND t.seen_at IS NOT NULL
  AND t.deleted_at IS NULL
