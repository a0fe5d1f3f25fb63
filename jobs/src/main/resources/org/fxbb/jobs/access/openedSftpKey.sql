UPDATE sftp_credentials
SET last_login_at = :now
WHERE account = :account
  AND fingerprint = :fingerprint
  AND revoked_at IS NULL
