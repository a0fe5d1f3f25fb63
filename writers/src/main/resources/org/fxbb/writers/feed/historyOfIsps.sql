INSERT INTO isp_history (isp_id, column_name, old_value, new_value, changed_at, submission_file_id)
SELECT i.id, c.column_name, c.old_value, c.new_value, :received_at, :file_id
FROM staged_registry_isps s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
JOIN isp_license_categories k ON k.id = i.license_category_id
CROSS JOIN LATERAL (
  VALUES
    ('btrc_license_no', i.btrc_license_no, s.btrc_license_no),
    ('name_en', i.name_en, s.name_en),
    ('name_bn', i.name_bn, s.name_bn),
    ('trade_name', i.trade_name, s.trade_name),
    ('license_category', k.code, s.license_category),
    ('issue_date', i.issue_date::text, s.issue_date::text),
    ('expiry_date', i.expiry_date::text, s.expiry_date::text),
    ('license_status', i.license_status, s.license_status),
    ('headquarters_code', i.headquarters_code, s.headquarters_bbs_code)
) c (column_name, old_value, new_value)
WHERE c.new_value IS NOT NULL AND c.old_value IS DISTINCT FROM c.new_value
ORDER BY i.id, c.column_name
