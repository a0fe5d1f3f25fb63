-- Keys that open their account already. valid_to of a list is the last day, that of the table the first instant without.
UPDATE sftp_credentials c
SET valid_from = coalesce(k.valid_from, c.valid_from), valid_to = coalesce(k.valid_to, c.valid_to), updated_at = :now
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
WHERE c.account = k.account AND c.fingerprint = k.fingerprint AND c.revoked_at IS NULL
