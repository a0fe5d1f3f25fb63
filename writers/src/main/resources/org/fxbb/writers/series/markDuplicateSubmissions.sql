UPDATE staged_submissions s
SET is_duplicate = true
WHERE s.submission_id >= :first_id
  AND NOT EXISTS (
  SELECT FROM api_submissions a
  WHERE a.originator = s.originator
    AND a.submission_uuid = s.submission_uuid
    AND a.period_start = s.period_start
    AND a.content_hash = s.content_hash
    AND a.id = s.submission_id
    AND a.period_start >= '{from}'
    AND a.period_start < '{to}')
