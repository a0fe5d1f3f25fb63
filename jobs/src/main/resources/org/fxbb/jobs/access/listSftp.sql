SELECT
  account,
  kind,
  fingerprint,
  split_part(public_key, ' ', 1) AS key_type,
  CASE
    WHEN revoked_at IS NOT NULL THEN 'REVOKED'
    WHEN valid_from > :now THEN 'NOT_YET'
    WHEN valid_to <= :now THEN 'EXPIRED'
    WHEN locked_until > :now THEN 'LOCKED'
    ELSE 'VALID'
  END AS state,
  valid_from,
  valid_to
FROM sftp_credentials
ORDER BY account, id
