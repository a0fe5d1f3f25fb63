-- Licensed ISPs that no mail can reach.
SELECT i.code
FROM isps i
WHERE i.deleted_at IS NULL AND i.license_status = 'ACTIVE'
  AND NOT EXISTS (
    SELECT FROM isp_contacts c
    WHERE c.isp_id = i.id AND c.deleted_at IS NULL
      AND c.kind IN ('TECHNICAL', 'REGISTERED')
      AND nullif(btrim(c.email), '') IS NOT NULL)
ORDER BY i.code COLLATE "C"
