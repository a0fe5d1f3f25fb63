SELECT
  k.id,
  k.key_hash AS hash,
  CASE WHEN k.user_id IS NOT NULL THEN 'USER' WHEN k.isp_id IS NOT NULL THEN 'ISP' ELSE 'AGENT' END AS owner_kind,
  coalesce(k.user_id, k.isp_id, k.agent_id) AS owner_id,
  coalesce(u.login, i.code, a.agent_uuid::text) AS owner,
  k.scopes,
  k.revoked_at IS NOT NULL
    OR coalesce(u.status = 'REVOKED', false)
    OR i.deleted_at IS NOT NULL
    OR a.deleted_at IS NOT NULL AS revoked,
  k.valid_from AS opens_at,
  least(k.expires_at, k.grace_until) AS ends_at,
  NULL::timestamptz AS locked_until
FROM api_keys k
LEFT JOIN users u ON u.id = k.user_id
LEFT JOIN isps i ON i.id = k.isp_id
LEFT JOIN software_agents a ON a.id = k.agent_id
WHERE k.prefix = :prefix
