INSERT INTO user_roles (user_id, role_code, granted_at)
SELECT id, :role, :now
FROM users
WHERE login = :login
  AND deleted_at IS NULL
ON CONFLICT DO NOTHING
