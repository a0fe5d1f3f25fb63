SELECT
  CASE WHEN user_id IS NOT NULL THEN 'USER' WHEN isp_id IS NOT NULL THEN 'ISP' ELSE 'AGENT' END AS owner_kind,
  coalesce(user_id, isp_id, agent_id) AS owner_id,
  valid_from,
  expires_at
FROM api_keys
WHERE prefix = :prefix
FOR UPDATE
