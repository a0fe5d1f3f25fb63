-- An empty cell leaves what is registered: a list may be partial.
INSERT INTO isps (code, btrc_license_no, name_en, name_bn, trade_name, license_category_id, issue_date, expiry_date, license_status, headquarters_code)
SELECT s.isp_code, s.btrc_license_no, s.name_en, s.name_bn, s.trade_name, k.id, s.issue_date, s.expiry_date, s.license_status, s.headquarters_bbs_code
FROM staged_registry_isps s
JOIN isp_license_categories k ON k.code = s.license_category
ORDER BY s.row_number
ON CONFLICT (code) WHERE deleted_at IS NULL DO UPDATE
SET btrc_license_no = excluded.btrc_license_no,
  name_en = excluded.name_en,
  name_bn = coalesce(excluded.name_bn, isps.name_bn),
  trade_name = coalesce(excluded.trade_name, isps.trade_name),
  license_category_id = excluded.license_category_id,
  issue_date = coalesce(excluded.issue_date, isps.issue_date),
  expiry_date = coalesce(excluded.expiry_date, isps.expiry_date),
  license_status = excluded.license_status,
  headquarters_code = coalesce(excluded.headquarters_code, isps.headquarters_code),
  updated_at = :now
