-- Of incidents whose course was taken away above. Codes that are not registered were told as unknown_pop.
INSERT INTO incident_affected_pops (incident_id, pop_id, isp_id)
SELECT DISTINCT i.id, p.id, i.isp_id
FROM incidents i
JOIN incident_filings f ON f.isp_id = i.isp_id AND f.incident_key = i.incident_key AND f.period = i.period
CROSS JOIN LATERAL unnest(regexp_split_to_array(btrim(f.affected_pop_codes), '\s*\|\s*')) c (pop_code)
JOIN pops p ON p.isp_id = i.isp_id AND p.code = c.pop_code AND p.deleted_at IS NULL
WHERE i.isp_id = :isp_id
  AND i.deleted_at IS NULL
  AND NOT EXISTS (SELECT FROM incident_timeline t WHERE t.incident_id = i.id AND t.submission_id IS NOT NULL)
