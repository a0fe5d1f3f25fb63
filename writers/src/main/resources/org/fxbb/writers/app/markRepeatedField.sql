-- Of lines with one key the first holds.
UPDATE staged_field_reports s
SET outcome = CASE WHEN ROW (s.pop, s.inspection_type, s.compliance_status, s.recommendations, s.download_mbps, s.upload_mbps, s.latency_ms, s.latitude, s.longitude, s.issues, s.attachments) IS NOT DISTINCT FROM ROW (f.pop, f.inspection_type, f.compliance_status, f.recommendations, f.download_mbps, f.upload_mbps, f.latency_ms, f.latitude, f.longitude, f.issues, f.attachments) THEN 'DUPLICATE' ELSE 'CONFLICT' END
FROM (SELECT line_number, min(line_number) OVER (PARTITION BY officer, isp_id, time) AS first_line FROM staged_field_reports WHERE isp_id IS NOT NULL) k
JOIN staged_field_reports f ON f.line_number = k.first_line
WHERE s.line_number = k.line_number AND k.first_line < k.line_number
