SELECT s.submission_id, s.submission_file_id, s.isp_id, s.originator, s.line_number, s.submission_uuid, min(a.period_start) AS other_start
FROM staged_submissions s
JOIN api_submissions a
  ON a.originator = s.originator
  AND a.submission_uuid = s.submission_uuid
  AND a.period_start >= s.period_start - interval '3 days'
  AND a.period_start <= s.period_start + interval '3 days'
WHERE NOT s.is_duplicate
  AND a.period_start <> s.period_start
  AND a.period_start >= :from_time
  AND a.period_start < :to_time
GROUP BY s.submission_id, s.submission_file_id, s.isp_id, s.originator, s.line_number, s.submission_uuid
ORDER BY s.submission_id
