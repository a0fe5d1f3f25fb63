-- Reminders that are to be tried now, pages of outboxes before mails.
SELECT n.id, n.message_key, n.means, i.code AS isp, n.period, n.attempts
FROM notifications n
JOIN isps i ON i.id = n.isp_id
WHERE n.state IN ('QUEUED', 'FAILED')
  AND n.next_attempt_at <= :now
  AND n.message_key LIKE 'reminder/%'
ORDER BY n.means DESC, n.id
