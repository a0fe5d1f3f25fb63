INSERT INTO isp_commitments (isp_id, commitment, value, due_date)
SELECT i.id, s.commitment, s.value, s.due_date
FROM staged_registry_commitments s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
ORDER BY s.row_number
ON CONFLICT (isp_id, commitment, due_date) WHERE deleted_at IS NULL DO UPDATE
SET value = excluded.value, updated_at = :now
