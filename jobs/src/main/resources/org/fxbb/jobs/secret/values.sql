SELECT
  name,
  purpose,
  key_id,
  ciphertext
FROM encrypted_secrets
WHERE deleted_at IS NULL
  AND (:name::text IS NULL OR name = :name)
ORDER BY name
