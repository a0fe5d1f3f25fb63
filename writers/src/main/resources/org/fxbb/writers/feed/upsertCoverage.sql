INSERT INTO isp_coverage_areas (isp_id, location_code, coverage_type, effective_date)
SELECT i.id, s.bbs_code, s.coverage_type, s.effective_date
FROM staged_registry_coverage s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
ORDER BY s.row_number
ON CONFLICT (isp_id, location_code) WHERE deleted_at IS NULL DO UPDATE
SET coverage_type = coalesce(excluded.coverage_type, isp_coverage_areas.coverage_type),
  effective_date = coalesce(excluded.effective_date, isp_coverage_areas.effective_date),
  updated_at = :now
