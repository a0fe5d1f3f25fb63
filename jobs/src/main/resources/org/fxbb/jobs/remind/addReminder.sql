INSERT INTO notifications (message_key, means, isp_id, period, subject, state, next_attempt_at)
SELECT :key, :means, i.id, :period, :subject, 'QUEUED', :now
FROM isps i
WHERE i.code = :isp AND i.deleted_at IS NULL
ON CONFLICT (message_key, means) DO NOTHING
