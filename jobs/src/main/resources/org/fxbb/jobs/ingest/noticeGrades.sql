SELECT DISTINCT ON (code) code, severity
FROM notice_grades
WHERE deleted_at IS NULL AND effective_date <= :day AND (expiry_date IS NULL OR expiry_date > :day)
ORDER BY code, effective_date DESC
