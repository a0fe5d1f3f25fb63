INSERT INTO incident_timeline (incident_id, isp_id, event, happened_at, submission_id)
SELECT i.id, i.isp_id, c.event, c.happened_at, i.submission_id
FROM incidents i
CROSS JOIN LATERAL (
  VALUES
    ('DETECTED', i.detected_at),
    ('REPORTED', i.reported_at),
    ('ACKNOWLEDGED', i.acknowledged_at),
    ('WORK_STARTED', i.work_started_at),
    ('RESOLVED', i.resolved_at)
) c (event, happened_at)
WHERE i.isp_id = :isp_id
  AND i.deleted_at IS NULL
  AND c.happened_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM incident_timeline t WHERE t.incident_id = i.id AND t.submission_id IS NOT NULL)
