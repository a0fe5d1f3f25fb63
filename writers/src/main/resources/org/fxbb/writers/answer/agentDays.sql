-- Every file that arrived from some agents on some Dhaka days, with its balances and its notices by code.
SELECT
  due.place,
  f.id,
  f.state,
  f.answered_state IS DISTINCT FROM f.state AS is_due,
  jsonb_strip_nulls(jsonb_build_object(
  'file', f.file_name,
  'state', f.state,
  'reason', f.state_reason,
  'submissions', CASE WHEN f.submissions_received IS NOT NULL THEN jsonb_build_object(
    'received', f.submissions_received, 'loaded', f.submissions_loaded, 'quarantined', f.submissions_quarantined,
    'duplicate', f.submissions_duplicate, 'rejected', f.submissions_rejected) END,
  'records', CASE WHEN f.rows_received IS NOT NULL THEN jsonb_build_object(
    'received', f.rows_received, 'loaded', f.rows_loaded, 'quarantined', f.rows_quarantined,
    'duplicate', f.rows_duplicate, 'rejected', f.rows_rejected) END,
  'notices', (
    SELECT jsonb_object_agg(c.code, jsonb_build_object('severity', c.severity, 'count', c.n, 'meaning_en', c.message_en, 'meaning_bn', c.message_bn))
    FROM (
      SELECT n.code, min(n.severity) AS severity, count(*) AS n, min(n.message_en) AS message_en, min(n.message_bn) AS message_bn
      FROM submission_notices n
      WHERE n.submission_file_id = f.id
        AND n.file_received_at = f.received_at
        AND n.file_received_at >= :first
        AND n.file_received_at < :last
      GROUP BY n.code
    ) c)
))::text AS told
FROM unnest(:agents::text[], :froms::timestamptz[], :tos::timestamptz[]) WITH ORDINALITY AS due (agent, starts_at, ends_at, place)
JOIN submission_files f
  ON f.sender = due.agent
  AND f.inbox = 'AGENT'
  AND f.received_at >= due.starts_at
  AND f.received_at < due.ends_at
  AND f.state NOT IN ('RECEIVED', 'CHECKING')
ORDER BY due.place, f.file_name, f.id
