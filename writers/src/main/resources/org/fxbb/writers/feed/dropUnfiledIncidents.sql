UPDATE incidents i
SET deleted_at = :now, updated_at = :now
WHERE i.isp_id = :isp_id
  AND i.period = :period
  AND i.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM incident_filings f WHERE f.isp_id = i.isp_id AND f.incident_key = i.incident_key)
