INSERT INTO incident_filings (isp_id, period, incident_key, incident_type, severity, status, service_impact, detected_at, reported_at, acknowledged_at, work_started_at, resolved_at, affected_pop_codes, location_code, description, submission_id)
SELECT :isp_id, :period, incident_id, incident_type, severity, status, service_impact, detected_time, reported_time, acknowledged_time, work_started_time, resolved_time, affected_pop_codes, location, description, :submission_id
FROM staged_filing_incidents
