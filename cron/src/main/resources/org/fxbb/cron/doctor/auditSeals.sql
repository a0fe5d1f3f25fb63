-- Every seal in order, with the hash that its text has now.
SELECT
  s.seal_no,
  s.from_seq,
  s.to_seq,
  s.rows,
  s.first_logged_at,
  s.last_logged_at,
  s.rows_sha256,
  s.previous_sha256,
  s.sha256,
  fxbb_audit_instant(s.sealed_at) AS sealed_at,
  encode(sha256(convert_to(fxbb_audit_seal_text(s), 'UTF8')), 'hex') AS computed_sha256
FROM audit_seals s
ORDER BY s.seal_no
