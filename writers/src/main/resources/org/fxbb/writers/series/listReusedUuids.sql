-- One look-up by key for each new submission: the index answers, whatever the table holds.
SELECT s.submission_id, s.submission_file_id, s.isp_id, s.originator, s.line_number, s.submission_uuid, o.other_start
FROM staged_submissions s
CROSS JOIN LATERAL (
  SELECT min(a.period_start) AS other_start
  FROM api_submissions a
  WHERE a.originator = s.originator
    AND a.submission_uuid = s.submission_uuid
    AND a.period_start >= s.period_start - interval '3 days'
    AND a.period_start <= s.period_start + interval '3 days'
    AND a.period_start <> s.period_start
    AND a.period_start >= '{from}'
    AND a.period_start < '{to}'
) o
WHERE NOT s.is_duplicate AND o.other_start IS NOT NULL
ORDER BY s.submission_id
