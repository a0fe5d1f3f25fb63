INSERT INTO app_feedback (installation_id, isp_id, given_at, category, feedback, submission_id)
SELECT i.id, s.isp_id, s.time, s.category, s.feedback, :submission_id
FROM staged_user_reports s
JOIN app_installations i ON i.install_uuid = s.install_uuid AND i.deleted_at IS NULL
WHERE s.outcome IS NULL AND s.category IS NOT NULL
