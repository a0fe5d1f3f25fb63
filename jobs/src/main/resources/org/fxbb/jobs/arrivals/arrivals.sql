SELECT
  isp,
  feed,
  mandatory,
  state,
  overdue,
  days_late,
  with_errors,
  files,
  tries,
  first_received_at,
  last_received_at,
  file_name,
  file_state,
  reason,
  rows_received,
  rows_loaded,
  rows_quarantined,
  rows_duplicate,
  rows_rejected
FROM fxbb_arrivals(:period, :deadline, :now)
ORDER BY isp COLLATE "C", feed_position
