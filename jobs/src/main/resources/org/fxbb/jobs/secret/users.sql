SELECT 'SNMP target ' || i.code || '/' || p.code || '/' || t.target_key AS named_by
FROM snmp_targets t
JOIN pops p ON p.id = t.pop_id
JOIN isps i ON i.id = t.isp_id
WHERE t.credential_ref = :name
  AND t.deleted_at IS NULL
UNION ALL
SELECT 'channel ' || c.kind || ' of group ' || g.code
FROM notification_channels c
JOIN notification_groups g ON g.id = c.notification_group_id
WHERE c.credential_ref = :name
  AND c.deleted_at IS NULL
ORDER BY named_by
