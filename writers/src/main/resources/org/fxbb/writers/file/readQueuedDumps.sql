-- Files of a page of the queue that are still queued, each with the earlier one of the same bytes.
SELECT
  f.id,
  f.sender,
  f.inbox,
  f.isp_id,
  f.agent_id,
  f.feed,
  f.period,
  f.revision,
  f.file_name,
  f.sha256,
  f.bytes,
  f.received_at,
  f.state,
  f.state_at,
  f.archive_path,
  t.id AS twin_id,
  t.file_name AS twin_name
FROM unnest(:ids::bigint[]) WITH ORDINALITY AS q (id, place)
JOIN submission_files f ON f.id = q.id
LEFT JOIN LATERAL (
  SELECT e.id, e.file_name
  FROM submission_files e
  WHERE e.sha256 = f.sha256
    AND e.sender = f.sender
    AND e.inbox = 'AGENT'
    AND e.feed IS NOT DISTINCT FROM f.feed
    AND e.id <> f.id
    AND (e.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS') OR (e.state IN ('RECEIVED', 'CHECKING', 'WAITING') AND e.id < f.id))
  ORDER BY e.id
  LIMIT 1
) t ON true
WHERE f.state IN ('RECEIVED', 'CHECKING', 'WAITING')
ORDER BY q.place
