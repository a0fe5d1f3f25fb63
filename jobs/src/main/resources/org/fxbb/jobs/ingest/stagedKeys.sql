SELECT s.row_number, s.ssh_public_key,
  (SELECT array_agg(c.fingerprint) FROM sftp_credentials c WHERE lower(c.account) = lower(s.account) AND c.revoked_at IS NOT NULL AND c.fingerprint IS NOT NULL) AS revoked
FROM staged_registry_credentials s
ORDER BY s.row_number
