-- A key whose time is over makes room for the same key, added again.
UPDATE sftp_credentials
SET
  revoked_at = valid_to,
  updated_at = now(),
  updated_by = current_user
WHERE account = :account
  AND fingerprint = :fingerprint
  AND revoked_at IS NULL
  AND valid_to <= :now
