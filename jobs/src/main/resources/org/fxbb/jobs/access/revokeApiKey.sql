UPDATE api_keys
SET
  revoked_at = :now,
  updated_at = now(),
  updated_by = current_user
WHERE prefix = :prefix
  AND revoked_at IS NULL
