SELECT s.line_number, s.officer || '/' || i.code || '/' || to_char(s.time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS name
FROM staged_field_reports s
JOIN isps i ON i.id = s.isp_id
WHERE s.outcome IS NULL
ORDER BY s.line_number
