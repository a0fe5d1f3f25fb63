INSERT INTO encrypted_secrets (name, purpose, key_id, ciphertext)
VALUES (:name, :purpose, :keyId, :ciphertext)
ON CONFLICT (name) WHERE deleted_at IS NULL DO UPDATE
SET
  purpose = excluded.purpose,
  key_id = excluded.key_id,
  ciphertext = excluded.ciphertext,
  updated_at = now(),
  updated_by = current_user
