UPDATE sftp_credentials
SET
  revoked_at = :now,
  updated_at = now(),
  updated_by = current_user
WHERE account = :account
  AND revoked_at IS NULL
  AND (:way::text IS NULL OR kind = :way)
  AND (:fingerprint::text IS NULL OR fingerprint = :fingerprint)
