INSERT INTO notice_grades (code, severity, effective_date, expiry_date, reason, legal_reference)
SELECT code, severity, effective_date, expiry_date, reason, legal_reference
FROM staged_registry_notice_grades
ORDER BY row_number
ON CONFLICT (code, effective_date) WHERE deleted_at IS NULL DO UPDATE
SET severity = excluded.severity,
  expiry_date = coalesce(excluded.expiry_date, notice_grades.expiry_date),
  reason = excluded.reason,
  legal_reference = coalesce(excluded.legal_reference, notice_grades.legal_reference),
  updated_at = :now
