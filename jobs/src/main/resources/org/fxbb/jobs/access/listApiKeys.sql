SELECT
  k.prefix,
  k.name,
  CASE WHEN k.user_id IS NOT NULL THEN 'USER' WHEN k.isp_id IS NOT NULL THEN 'ISP' ELSE 'AGENT' END AS owner_kind,
  coalesce(u.login, i.code, a.agent_uuid::text) AS owner,
  k.scopes,
  CASE
    WHEN k.revoked_at IS NOT NULL THEN 'REVOKED'
    WHEN coalesce(u.status = 'REVOKED', false) OR i.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL THEN 'OWNER_REVOKED'
    WHEN k.valid_from > :now THEN 'NOT_YET'
    WHEN k.expires_at <= :now THEN 'EXPIRED'
    WHEN k.grace_until <= :now THEN 'REPLACED'
    WHEN k.grace_until > :now THEN 'GRACE'
    ELSE 'VALID'
  END AS state,
  least(k.revoked_at, k.expires_at, k.grace_until) AS ends_at,
  r.prefix AS replaced_by
FROM api_keys k
LEFT JOIN users u ON u.id = k.user_id
LEFT JOIN isps i ON i.id = k.isp_id
LEFT JOIN software_agents a ON a.id = k.agent_id
LEFT JOIN api_keys r ON r.id = k.replaced_by
ORDER BY owner_kind, owner, k.id
