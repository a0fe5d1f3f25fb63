-- The ten largest files of the last day and of the queue, with how long each took from its arrival to its state.
SELECT
  file_name,
  sender,
  state,
  bytes,
  greatest(0, extract(epoch FROM state_at - received_at))::bigint AS seconds,
  rows_received AS received,
  rows_loaded AS loaded,
  rows_quarantined AS quarantined,
  rows_duplicate AS duplicate,
  rows_rejected AS rejected
FROM submission_files
WHERE received_at >= :since OR state IN ('RECEIVED', 'CHECKING', 'WAITING')
ORDER BY bytes DESC, id
LIMIT 10
