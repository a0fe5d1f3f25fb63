SELECT
  id,
  password_hash AS hash,
  'USER' AS owner_kind,
  id AS owner_id,
  login AS owner,
  ARRAY[]::text[] AS scopes,
  status = 'REVOKED' AS revoked,
  NULL::timestamptz AS opens_at,
  NULL::timestamptz AS ends_at,
  locked_until
FROM users
WHERE login = :account
  AND deleted_at IS NULL
FOR UPDATE
