-- Messages of the last week that did not go out, with the newest reason.
SELECT count(*) AS messages, (array_agg(error ORDER BY next_attempt_at DESC))[1] AS error
FROM notifications
WHERE state IN ('FAILED', 'GIVEN_UP') AND next_attempt_at >= :since
