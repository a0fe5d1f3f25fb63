UPDATE staged_field_reports s
SET outcome = CASE
  WHEN ROW (s.inspection_type, s.compliance_status, s.recommendations, s.download_mbps, s.upload_mbps, s.latency_ms, s.latitude, s.longitude)
    IS NOT DISTINCT FROM ROW (r.inspection_type, r.compliance_status, to_jsonb(r.recommendations), r.download_mbps, r.upload_mbps, r.latency_ms, r.latitude, r.longitude)
    THEN 'DUPLICATE'
  ELSE 'CONFLICT'
END
FROM field_officers o, field_reports r
WHERE o.code = s.officer AND o.deleted_at IS NULL
  AND r.field_officer_id = o.id AND r.isp_id = s.isp_id AND r.inspected_at = s.time AND r.deleted_at IS NULL
  AND s.outcome IS NULL
