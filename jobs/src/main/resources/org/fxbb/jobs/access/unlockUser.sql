UPDATE users
SET
  status = 'ACTIVE',
  failed_logins = 0,
  locked_until = NULL,
  updated_at = now(),
  updated_by = current_user
WHERE login = :login
  AND deleted_at IS NULL
  AND status = 'LOCKED'
