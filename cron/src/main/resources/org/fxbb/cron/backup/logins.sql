-- Statements that make the logins which hold a role of the engine, and give them that role; the login that asks is left out.
SELECT statement
FROM (
  SELECT DISTINCT
    u.rolname,
    '' AS role_name,
    format('CREATE ROLE %I LOGIN;', u.rolname) AS statement
  FROM pg_auth_members m
  JOIN pg_roles r ON r.oid = m.roleid
  JOIN pg_roles u ON u.oid = m.member
  WHERE r.rolname LIKE 'fxbb\_%' AND u.rolname <> session_user AND u.rolcanlogin AND NOT u.rolsuper
  UNION
  SELECT
    u.rolname,
    r.rolname AS role_name,
    format('GRANT %I TO %I;', r.rolname, u.rolname) AS statement
  FROM pg_auth_members m
  JOIN pg_roles r ON r.oid = m.roleid
  JOIN pg_roles u ON u.oid = m.member
  WHERE r.rolname LIKE 'fxbb\_%' AND u.rolname <> session_user AND u.rolcanlogin AND NOT u.rolsuper
) s
ORDER BY rolname COLLATE "C", role_name COLLATE "C"
