SELECT
  c.id,
  NULL::text AS hash,
  CASE WHEN c.isp_id IS NOT NULL THEN 'ISP' ELSE 'AGENT' END AS owner_kind,
  coalesce(c.isp_id, c.agent_id) AS owner_id,
  c.account AS owner,
  ARRAY[]::text[] AS scopes,
  c.revoked_at IS NOT NULL OR i.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL AS revoked,
  c.valid_from AS opens_at,
  c.valid_to AS ends_at,
  NULL::timestamptz AS locked_until
FROM sftp_credentials c
LEFT JOIN isps i ON i.id = c.isp_id
LEFT JOIN software_agents a ON a.id = c.agent_id
WHERE c.account = :account
  AND c.fingerprint = :fingerprint
  AND c.public_key = :publicKey
ORDER BY c.id DESC
