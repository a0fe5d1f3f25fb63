INSERT INTO api_submissions (id, originator, submission_uuid, period_start, submission_time, content_hash, submission_file_id, line_number)
VALUES (:submission_id, :originator, :submission_uuid, :stamp, :stamp, :content_hash, :file_id, 0)
ON CONFLICT DO NOTHING
