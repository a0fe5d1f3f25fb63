-- CredentialChecks has seen that these are keys and that none of them was revoked.
INSERT INTO sftp_credentials (account, isp_id, agent_id, kind, public_key, fingerprint, valid_from, valid_to)
SELECT DISTINCT ON (k.account, k.fingerprint) k.account, k.isp_id, k.agent_id, 'PUBLIC_KEY', k.public_key, k.fingerprint, coalesce(k.valid_from, CAST(CAST(:list_date AS date) AS timestamp) AT TIME ZONE 'Asia/Dhaka'), k.valid_to
FROM (
  SELECT
    i.id AS isp_id,
    a.id AS agent_id,
    coalesce(i.code, a.agent_uuid::text) AS account,
    w.words[1] || ' ' || w.words[2] AS public_key,
    'SHA256:' || rtrim(encode(sha256(decode(w.words[2], 'base64')), 'base64'), '=') AS fingerprint,
    CAST(s.valid_from AS timestamp) AT TIME ZONE 'Asia/Dhaka' AS valid_from,
    CAST(s.valid_to + 1 AS timestamp) AT TIME ZONE 'Asia/Dhaka' AS valid_to
  FROM staged_registry_credentials s
  CROSS JOIN LATERAL (SELECT regexp_split_to_array(btrim(s.ssh_public_key), '\s+') AS words) w
  LEFT JOIN isps i ON lower(i.code) = lower(s.account) AND i.deleted_at IS NULL
  LEFT JOIN software_agents a ON a.agent_uuid::text = lower(s.account) AND a.deleted_at IS NULL
) k
WHERE NOT EXISTS (SELECT FROM sftp_credentials c WHERE c.account = k.account AND c.fingerprint = k.fingerprint AND c.revoked_at IS NULL)
ORDER BY k.account, k.fingerprint
