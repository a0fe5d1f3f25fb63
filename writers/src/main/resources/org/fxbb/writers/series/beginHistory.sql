UPDATE submission_files
SET state = 'CHECKING',
  state_at = :now,
  rows_received = 0,
  rows_loaded = 0,
  rows_quarantined = 0,
  rows_duplicate = 0,
  rows_rejected = 0,
  header_line = :header,
  cell_separator = :separator,
  updated_at = :now
WHERE id = :id AND rows_received IS NULL
