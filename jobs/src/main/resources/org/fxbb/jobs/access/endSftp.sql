UPDATE sftp_credentials
SET
  valid_to = :until,
  updated_at = now(),
  updated_by = current_user
WHERE account = :account
  AND kind = :way
  AND id <> :added
  AND revoked_at IS NULL
  AND (valid_to IS NULL OR (valid_to > :now AND valid_to > :until))
