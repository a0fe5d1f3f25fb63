UPDATE encrypted_secrets
SET
  key_id = NULL,
  ciphertext = NULL,
  deleted_at = now(),
  updated_at = now(),
  updated_by = current_user
WHERE name = :name
  AND deleted_at IS NULL
