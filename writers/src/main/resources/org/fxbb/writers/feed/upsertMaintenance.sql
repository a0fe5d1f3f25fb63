INSERT INTO maintenance_windows (isp_id, pop_id, kind, starts_at, ends_at, announced_at, approved_at, approved_by, document_reference, submission_file_id)
SELECT DISTINCT ON (p.id, s.starts_at, s.kind) i.id, p.id, s.kind, s.starts_at, s.ends_at, s.announced_at, s.approved_at, s.approved_by, s.document_reference, :file_id
FROM staged_registry_maintenance s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
CROSS JOIN LATERAL unnest(regexp_split_to_array(btrim(s.pop_codes), '\s*\|\s*')) c (pop_code)
JOIN pops p ON p.isp_id = i.id AND p.code = c.pop_code AND p.deleted_at IS NULL
ORDER BY p.id, s.starts_at, s.kind, s.row_number
ON CONFLICT (pop_id, starts_at, kind) WHERE deleted_at IS NULL DO UPDATE
SET ends_at = excluded.ends_at,
  announced_at = excluded.announced_at,
  approved_at = excluded.approved_at,
  approved_by = excluded.approved_by,
  document_reference = excluded.document_reference,
  submission_file_id = excluded.submission_file_id,
  updated_at = :now
