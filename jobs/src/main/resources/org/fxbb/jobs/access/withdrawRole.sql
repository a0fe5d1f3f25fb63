DELETE FROM user_roles r
USING users u
WHERE u.id = r.user_id
  AND u.login = :login
  AND u.deleted_at IS NULL
  AND r.role_code = :role
