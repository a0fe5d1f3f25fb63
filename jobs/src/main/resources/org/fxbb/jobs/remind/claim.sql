UPDATE notifications
SET attempts = attempts + 1, next_attempt_at = :next, updated_at = now()
WHERE id = :id AND attempts = :attempts AND state IN ('QUEUED', 'FAILED')
