INSERT INTO field_report_issues (field_report_id, isp_id, issue_number, category, severity, description)
SELECT :id, s.isp_id, e.place, e.issue ->> 'category', e.issue ->> 'severity', e.issue ->> 'description'
FROM staged_field_reports s
CROSS JOIN LATERAL jsonb_array_elements(s.issues) WITH ORDINALITY e (issue, place)
WHERE s.line_number = :line_number
