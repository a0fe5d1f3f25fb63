-- Files that were decided without a balance, or whose quarantined rows are not the ones counted (spec 4.10).
SELECT concat_ws(' ', f.file_name, f.state, f.rows_received, f.rows_quarantined)
FROM submission_files f
WHERE f.state IN ('RECEIVED', 'CHECKING')
  OR (f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS') AND f.rows_received IS NULL)
  OR (
    f.state IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
    AND coalesce(f.rows_quarantined, 0) + coalesce(f.submissions_quarantined, 0)
      <> (SELECT count(DISTINCT (q.row_number, q.record_kind, q.raw)) FROM quarantined_rows q WHERE q.submission_file_id = f.id AND q.file_received_at = f.received_at)
    AND :period::date IS NOT NULL AND :first::date IS NOT NULL AND :after::date IS NOT NULL)
