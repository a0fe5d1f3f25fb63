-- Takes the access from the logins of an ISP; their roles, and the role of that name that an earlier attempt left.
WITH gone AS (
  DELETE FROM isp_logins WHERE isp_id = :isp RETURNING role_name
)
SELECT r.rolname
FROM pg_roles r
WHERE r.rolname IN (SELECT role_name FROM gone)
  OR (r.rolname = :role
    AND NOT r.rolcanlogin
    AND EXISTS (
      SELECT 1 FROM pg_auth_members m JOIN pg_roles i ON i.oid = m.roleid WHERE m.member = r.oid AND i.rolname = 'fxbb_isp'))
ORDER BY r.rolname
