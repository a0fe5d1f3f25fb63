SELECT
  u.login,
  u.name,
  u.email,
  ARRAY(SELECT r.role_code FROM user_roles r WHERE r.user_id = u.id ORDER BY r.role_code) AS roles,
  i.code AS isp,
  u.status,
  u.locked_until,
  u.last_login_at
FROM users u
LEFT JOIN isps i ON i.id = u.isp_id
WHERE u.deleted_at IS NULL
ORDER BY u.login
