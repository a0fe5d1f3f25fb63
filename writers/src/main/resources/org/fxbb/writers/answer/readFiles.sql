-- Files of a page that are to be answered. A duplicate repeats the notices of its twin; a filing is held
-- against the try before it; outdated is what arrived before another file of the same name, whose answer takes its place. A trial
-- is answered beside a filing of its name that was decided since; a duplicate takes no place, for its twin may be decided later.
SELECT
  f.id,
  CASE WHEN f.state = 'DUPLICATE' AND f.twin_id IS NOT NULL THEN f.twin_id ELSE f.id END AS notices_of,
  CASE WHEN f.state = 'DUPLICATE' AND f.twin_id IS NOT NULL THEN t.received_at ELSE f.received_at END AS notices_received_at,
  f.sender,
  f.inbox,
  f.feed,
  f.period,
  r.latest_revision,
  f.file_name,
  concat(c.file_name || '.', f.file_name, CASE WHEN n.beside THEN '.try' END) AS answer_name,
  f.sha256,
  f.bytes,
  f.received_at,
  f.state,
  f.state_reason,
  t.file_name AS twin_name,
  t.state AS twin_state,
  t.state_reason AS twin_reason,
  coalesce(f.header_line, t.header_line) AS header_line,
  coalesce(f.cell_separator, t.cell_separator, ',') AS cell_separator,
  f.rows_received,
  f.rows_loaded,
  f.rows_quarantined,
  f.rows_duplicate,
  f.rows_rejected,
  f.submissions_received,
  f.submissions_loaded,
  f.submissions_quarantined,
  f.submissions_duplicate,
  f.submissions_rejected,
  t.rows_received AS twin_rows_received,
  t.rows_loaded AS twin_rows_loaded,
  t.rows_quarantined AS twin_rows_quarantined,
  t.rows_duplicate AS twin_rows_duplicate,
  t.rows_rejected AS twin_rows_rejected,
  p.id AS previous_id,
  p.file_name AS previous_name,
  p.received_at AS previous_received_at,
  k.state AS feed_state,
  k.late_days,
  v.id AS in_force_id,
  v.file_name AS in_force_name,
  v.received_at AS in_force_received_at,
  r.first_rejected_at,
  n.outdated
FROM unnest(:ids::bigint[]) WITH ORDINALITY AS due (id, place)
JOIN submission_files f ON f.id = due.id
LEFT JOIN submission_files t ON t.id = f.twin_id
LEFT JOIN submission_files c ON c.id = f.container_id
CROSS JOIN LATERAL (
  SELECT
    coalesce(bool_or(newer.inbox = f.inbox), false) AS outdated,
    coalesce(bool_or(newer.inbox <> f.inbox), false) AS beside
  FROM submission_files newer
  WHERE f.inbox <> 'AGENT'
    AND newer.inbox <> 'AGENT'
    AND newer.sender = f.sender
    AND newer.file_name = coalesce(c.file_name, f.file_name)
    AND newer.container_id IS NULL
    AND CASE
      WHEN newer.inbox = f.inbox THEN (newer.received_at, newer.id) > (f.received_at, coalesce(c.id, f.id))
      ELSE f.inbox = 'TRY' AND newer.state_at >= f.received_at
    END
    AND newer.state NOT IN ('RECEIVED', 'CHECKING', 'DUPLICATE')
) n
CROSS JOIN LATERAL (
  SELECT
    max(r.revision) AS latest_revision,
    min(r.received_at) FILTER (WHERE r.state = 'REJECTED' AND r.state_reason = 'too_many_errors') AS first_rejected_at
  FROM submission_files r
  WHERE f.inbox = 'FILING'
    AND r.sender = f.sender
    AND r.inbox = 'FILING'
    AND r.feed = f.feed
    AND r.period = f.period
) r
LEFT JOIN LATERAL (
  SELECT b.id, b.file_name, b.received_at
  FROM submission_files b
  WHERE f.inbox IN ('FILING', 'TRY')
    AND f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED')
    AND b.sender = f.sender
    AND b.inbox IN ('FILING', 'TRY')
    AND b.feed = f.feed
    AND b.period = f.period
    AND (b.received_at, b.id) < (f.received_at, f.id)
    AND b.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS', 'REJECTED', 'SUPERSEDED')
  ORDER BY b.received_at DESC, b.id DESC
  LIMIT 1
) p ON true
LEFT JOIN filing_feeds k ON f.inbox IN ('FILING', 'TRY') AND k.isp_id = f.isp_id AND k.period = f.period AND k.feed = f.feed
LEFT JOIN submission_files v ON v.id = k.in_force_file_id
WHERE f.state NOT IN ('RECEIVED', 'CHECKING')
ORDER BY due.place
