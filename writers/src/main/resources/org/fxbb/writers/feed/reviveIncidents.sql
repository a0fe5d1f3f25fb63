-- An incident that is filed again after it was left out is the same one, with its notes.
UPDATE incidents
SET deleted_at = NULL, updated_at = :now
WHERE isp_id = :isp_id
  AND deleted_at IS NOT NULL
  AND incident_key IN (SELECT incident_id FROM staged_filing_incidents)
