-- Every ISP with an active licence in the period, by code.
SELECT i.id, i.code, c.code AS category
FROM isps i
JOIN isp_license_categories c ON c.id = i.license_category_id
WHERE i.deleted_at IS NULL
  AND i.license_status = 'ACTIVE'
  AND (i.issue_date IS NULL OR i.issue_date <= :last)
ORDER BY i.code
