SELECT s.row_number, 'btrc_license_no' AS column_name, s.btrc_license_no AS found,
  coalesce(o.row_number::text, i.code) AS expected
FROM staged_registry_isps s
LEFT JOIN LATERAL (
  SELECT min(row_number) AS row_number
  FROM staged_registry_isps o
  WHERE o.btrc_license_no = s.btrc_license_no AND o.isp_code <> s.isp_code AND o.row_number < s.row_number
) o ON true
LEFT JOIN isps i ON i.btrc_license_no = s.btrc_license_no AND i.code <> s.isp_code AND i.deleted_at IS NULL
WHERE o.row_number IS NOT NULL OR i.id IS NOT NULL
ORDER BY s.row_number
