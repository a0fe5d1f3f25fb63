INSERT INTO quarantined_rows (submission_file_id, isp_id, feed, row_number, record_kind, code, raw, quarantined_at)
SELECT submission_file_id, isp_id, feed, row_number, record_kind, code, raw, :now
FROM staged_quarantine
