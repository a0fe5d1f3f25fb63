UPDATE staged_field_reports s
SET pop_id = p.id
FROM pops p
WHERE p.isp_id = s.isp_id AND lower(p.code) = lower(s.pop) AND p.deleted_at IS NULL
