SELECT submission_file_id, submission_id, isp_id, target_table, line_number, row_key, raw
FROM staged_outcomes
WHERE outcome = 'CONFLICT'
ORDER BY submission_file_id, line_number, row_key
