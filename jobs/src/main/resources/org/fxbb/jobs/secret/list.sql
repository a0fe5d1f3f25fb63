SELECT
  name,
  purpose,
  key_id,
  updated_at
FROM encrypted_secrets
WHERE deleted_at IS NULL
ORDER BY name
