-- The hash of every row of the log, all months, in the order in which seals cover them.
SELECT
  l.seq,
  sha256(convert_to(fxbb_audit_canonical(l), 'UTF8')) AS row_sha256
FROM audit_logs l
ORDER BY l.seq, l.logged_at
