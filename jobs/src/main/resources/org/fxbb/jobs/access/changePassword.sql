WITH changed AS (
  UPDATE users
  SET
    password_hash = :hash,
    password_changed_at = :now,
    status = 'ACTIVE',
    failed_logins = 0,
    locked_until = NULL,
    updated_at = now(),
    updated_by = current_user
  WHERE login = :login
    AND deleted_at IS NULL
    AND status <> 'REVOKED'
  RETURNING id
)
UPDATE user_sessions s
SET revoked_at = :now
FROM changed
WHERE s.user_id = changed.id
  AND s.revoked_at IS NULL
