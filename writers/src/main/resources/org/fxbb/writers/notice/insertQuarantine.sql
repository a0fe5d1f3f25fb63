-- What names no file of the register of files arrived now.
INSERT INTO quarantined_rows (file_received_at, submission_file_id, isp_id, feed, row_number, record_kind, code, raw, quarantined_at)
SELECT coalesce(f.received_at, :now), s.submission_file_id, s.isp_id, s.feed, s.row_number, s.record_kind, s.code, s.raw, :now
FROM staged_quarantine s
LEFT JOIN submission_files f ON f.id = s.submission_file_id
