INSERT INTO api_submissions (id, originator, submission_uuid, isp_id, period_start, submission_time, content_hash, submission_file_id, line_number)
VALUES (:submission_id, 'ISP_API', :submission_uuid, :isp_id, CAST(:period AS timestamp) AT TIME ZONE 'Asia/Dhaka', :received_at, :content_hash, :file_id, 0)
ON CONFLICT DO NOTHING
