SELECT i.code || '/' || p.code || '/' || t.target_key
FROM snmp_targets t
JOIN pops p ON p.id = t.pop_id
JOIN isps i ON i.id = t.isp_id
WHERE t.credential_ref = :name
  AND t.deleted_at IS NULL
ORDER BY i.code, p.code, t.target_key
