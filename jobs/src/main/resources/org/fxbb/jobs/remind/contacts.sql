-- Where an ISP is reached: its technical contact, else the address it is registered with.
SELECT DISTINCT ON (i.code) i.code AS isp, c.email
FROM isp_contacts c
JOIN isps i ON i.id = c.isp_id
WHERE c.deleted_at IS NULL AND i.deleted_at IS NULL
  AND c.kind IN ('TECHNICAL', 'REGISTERED')
  AND nullif(btrim(c.email), '') IS NOT NULL
ORDER BY i.code, c.kind DESC
