INSERT INTO submission_notices (submission_file_id, isp_id, feed, code, severity, row_number, column_name, found, expected, message_en, message_bn, fix_en)
SELECT submission_file_id, isp_id, feed, code, severity, row_number, column_name, found, expected, message_en, message_bn, fix_en
FROM staged_notices
