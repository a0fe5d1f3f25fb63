UPDATE users
SET
  failed_logins = 0,
  status = 'ACTIVE',
  locked_until = NULL,
  last_login_at = :now
WHERE id IN (:ids)
