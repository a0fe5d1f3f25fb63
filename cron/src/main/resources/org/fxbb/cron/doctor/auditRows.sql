-- The hash of every row of the log, all months, those in archives too, in the order in which seals cover them.
SELECT r.seq, r.row_sha256, r.archived
FROM (
  SELECT l.seq, l.logged_at, sha256(convert_to(fxbb_audit_canonical(l), 'UTF8')) AS row_sha256, false AS archived
  FROM audit_logs l
  UNION ALL
  SELECT l.seq, l.logged_at, sha256(convert_to(fxbb_audit_canonical(ROW(l.*)::audit_logs), 'UTF8')) AS row_sha256, true AS archived
  FROM pg_temp.archived_audit_logs l
) r
ORDER BY r.seq, r.logged_at
