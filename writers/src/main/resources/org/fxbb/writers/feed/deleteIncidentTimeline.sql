-- Of the same incidents as deleteIncidentPops; notes of officers, which no filing made, stay.
DELETE FROM incident_timeline t
USING incidents i
WHERE i.id = t.incident_id
  AND t.submission_id IS NOT NULL
  AND i.isp_id = :isp_id
  AND (i.period = :period OR i.incident_key IN (SELECT incident_id FROM staged_filing_incidents))
