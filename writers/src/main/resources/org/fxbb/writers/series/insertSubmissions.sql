INSERT INTO api_submissions (id, originator, submission_uuid, isp_id, agent_id, pop_id, period_start, period_end, submission_time, content_hash, agent_status, cpu_pct, clock_offset_ms, connectivity_status, submission_file_id, line_number)
SELECT submission_id, originator, submission_uuid, isp_id, agent_id, pop_id, period_start, period_end, submission_time, content_hash, agent_status, cpu_pct, clock_offset_ms, connectivity_status, submission_file_id, line_number
FROM staged_submissions
WHERE submission_id >= :first_id
ORDER BY submission_id
ON CONFLICT DO NOTHING
