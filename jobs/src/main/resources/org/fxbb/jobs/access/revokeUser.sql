WITH revoked AS (
  UPDATE users
  SET
    status = 'REVOKED',
    locked_until = NULL,
    updated_at = now(),
    updated_by = current_user
  WHERE login = :login
    AND deleted_at IS NULL
    AND status <> 'REVOKED'
  RETURNING id
), ended AS (
  UPDATE user_sessions s
  SET revoked_at = :now
  FROM revoked
  WHERE s.user_id = revoked.id
    AND s.revoked_at IS NULL
), keys AS (
  UPDATE api_keys k
  SET
    revoked_at = :now,
    updated_at = now(),
    updated_by = current_user
  FROM revoked
  WHERE k.user_id = revoked.id
    AND k.revoked_at IS NULL
)
SELECT count(*) FROM revoked
