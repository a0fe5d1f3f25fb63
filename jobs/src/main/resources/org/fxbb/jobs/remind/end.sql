UPDATE notifications
SET state = :state, error = :why, sent_at = CASE WHEN :state = 'SENT' THEN CAST(:now AS timestamptz) END, updated_at = now()
WHERE id = :id
