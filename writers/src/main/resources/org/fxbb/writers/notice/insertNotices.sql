-- What names no file of the register of files arrived now.
INSERT INTO submission_notices (file_received_at, submission_file_id, isp_id, feed, code, severity, row_number, column_name, found, expected, message_en, message_bn, fix_en)
SELECT coalesce(f.received_at, :now), s.submission_file_id, s.isp_id, s.feed, s.code, s.severity, s.row_number, s.column_name, s.found, s.expected, s.message_en, s.message_bn, s.fix_en
FROM staged_notices s
LEFT JOIN submission_files f ON f.id = s.submission_file_id
