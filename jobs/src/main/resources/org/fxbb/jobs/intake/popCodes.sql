SELECT lower(i.code) AS isp_code, p.code AS pop_code
FROM pops p
JOIN isps i ON i.id = p.isp_id
WHERE p.deleted_at IS NULL AND i.deleted_at IS NULL
ORDER BY i.code, p.code
