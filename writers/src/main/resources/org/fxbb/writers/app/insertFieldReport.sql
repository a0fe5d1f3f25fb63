INSERT INTO field_reports (id, field_officer_id, isp_id, pop_id, inspected_at, inspection_type, compliance_status, recommendations, download_mbps, upload_mbps, latency_ms, latitude, longitude, submission_id)
SELECT :id, o.id, s.isp_id, s.pop_id, s.time, s.inspection_type, s.compliance_status, ARRAY(SELECT jsonb_array_elements_text(s.recommendations)), s.download_mbps, s.upload_mbps, s.latency_ms, s.latitude, s.longitude, :submission_id
FROM staged_field_reports s
JOIN field_officers o ON o.code = s.officer AND o.deleted_at IS NULL
WHERE s.line_number = :line_number
