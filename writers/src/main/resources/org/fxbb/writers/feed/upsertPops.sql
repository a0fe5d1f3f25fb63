INSERT INTO pops (isp_id, code, name_en, name_bn, category_code, location_code, latitude, longitude, capacity_mbps, status, valid_from)
SELECT i.id, s.pop_code, s.name_en, s.name_bn, s.category, s.bbs_code, s.latitude, s.longitude, s.capacity_mbps, coalesce(upper(s.status), 'ACTIVE'), coalesce(s.commissioned_date, CAST(:list_date AS date))
FROM staged_registry_pops s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
ORDER BY s.row_number
ON CONFLICT (isp_id, code) WHERE deleted_at IS NULL DO UPDATE
SET name_en = excluded.name_en,
  name_bn = coalesce(excluded.name_bn, pops.name_bn),
  category_code = coalesce(excluded.category_code, pops.category_code),
  location_code = excluded.location_code,
  latitude = coalesce(excluded.latitude, pops.latitude),
  longitude = coalesce(excluded.longitude, pops.longitude),
  capacity_mbps = coalesce(excluded.capacity_mbps, pops.capacity_mbps),
  status = excluded.status,
  valid_from = least(pops.valid_from, excluded.valid_from),
  updated_at = :now
