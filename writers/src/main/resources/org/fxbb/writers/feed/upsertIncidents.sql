-- Each incident that this filing names, or named before it was replaced, as the newest month tells it.
INSERT INTO incidents (isp_id, incident_key, period, incident_type, severity, status, service_impact, detected_at, reported_at, acknowledged_at, work_started_at, resolved_at, location_code, description, submission_id)
SELECT DISTINCT ON (f.incident_key) f.isp_id, f.incident_key, f.period, f.incident_type, f.severity, f.status, f.service_impact, f.detected_at, f.reported_at, f.acknowledged_at, f.work_started_at, f.resolved_at, f.location_code, f.description, f.submission_id
FROM incident_filings f
WHERE f.isp_id = :isp_id
  AND f.incident_key IN (
    SELECT incident_id FROM staged_filing_incidents
    UNION ALL
    SELECT incident_key FROM incidents WHERE isp_id = :isp_id AND period = :period
  )
ORDER BY f.incident_key, f.period DESC
ON CONFLICT (isp_id, incident_key) WHERE deleted_at IS NULL DO UPDATE
SET period = excluded.period,
  incident_type = excluded.incident_type,
  severity = excluded.severity,
  status = excluded.status,
  service_impact = excluded.service_impact,
  detected_at = excluded.detected_at,
  reported_at = excluded.reported_at,
  acknowledged_at = excluded.acknowledged_at,
  work_started_at = excluded.work_started_at,
  resolved_at = excluded.resolved_at,
  location_code = excluded.location_code,
  description = excluded.description,
  submission_id = excluded.submission_id,
  updated_at = :now
