WITH submissions AS (
  SELECT submission_file_id,
    count(*) FILTER (WHERE is_duplicate) AS duplicates,
    coalesce(sum(records), 0) AS records,
    coalesce(sum(records) FILTER (WHERE is_duplicate), 0) AS duplicate_records,
    max(isp_id) AS isp_id,
    max(agent_id) AS agent_id,
    min(period_start) FILTER (WHERE NOT is_duplicate) AS covers_from,
    max(period_start) FILTER (WHERE NOT is_duplicate) AS covers_to
  FROM staged_submissions
  GROUP BY submission_file_id
),
quarantine AS (
  SELECT submission_file_id,
    count(*) FILTER (WHERE record_kind = 'SUBMISSION') AS submissions,
    count(*) FILTER (WHERE record_kind = 'RECORD') AS records
  FROM staged_quarantine
  GROUP BY submission_file_id
),
duplicates AS (
  SELECT submission_file_id, count(*) AS records
  FROM staged_outcomes
  WHERE is_of_load AND outcome = 'DUPLICATE'
  GROUP BY submission_file_id
),
counts AS (
  SELECT x.*,
    coalesce(q.submissions, 0) AS submissions_quarantined,
    coalesce(s.duplicates, 0) AS submissions_duplicate,
    coalesce(s.records, 0) AS rows_received,
    coalesce(q.records, 0) AS rows_quarantined,
    coalesce(s.duplicate_records, 0) + coalesce(d.records, 0) AS rows_duplicate,
    s.isp_id,
    s.agent_id,
    s.covers_from,
    s.covers_to
  FROM staged_files x
  LEFT JOIN submissions s USING (submission_file_id)
  LEFT JOIN quarantine q USING (submission_file_id)
  LEFT JOIN duplicates d USING (submission_file_id)
)
UPDATE submission_files f
SET content_sha256 = c.content_sha256,
  isp_id = coalesce(c.isp_id, f.isp_id),
  agent_id = coalesce(c.agent_id, f.agent_id),
  covers_from = c.covers_from,
  covers_to = c.covers_to,
  state = CASE WHEN c.state = 'ACCEPTED' AND c.submissions_quarantined + c.rows_quarantined > 0 THEN 'ACCEPTED_WITH_ERRORS' ELSE c.state END,
  state_reason = c.state_reason,
  state_at = :now,
  submissions_received = c.submissions_received,
  submissions_loaded = c.submissions_received - c.submissions_quarantined - c.submissions_duplicate,
  submissions_quarantined = c.submissions_quarantined,
  submissions_duplicate = c.submissions_duplicate,
  submissions_rejected = 0,
  rows_received = c.rows_received,
  rows_loaded = c.rows_received - c.rows_quarantined - c.rows_duplicate,
  rows_quarantined = c.rows_quarantined,
  rows_duplicate = c.rows_duplicate,
  rows_rejected = 0,
  updated_at = :now
FROM counts c
WHERE f.id = c.submission_file_id
