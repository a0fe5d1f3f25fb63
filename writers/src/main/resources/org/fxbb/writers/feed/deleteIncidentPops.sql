-- Of the incidents that this filing names, or named before it was replaced; linkIncidentPops makes them again.
DELETE FROM incident_affected_pops a
USING incidents i
WHERE i.id = a.incident_id
  AND i.isp_id = :isp_id
  AND (i.period = :period OR i.incident_key IN (SELECT incident_id FROM staged_filing_incidents))
