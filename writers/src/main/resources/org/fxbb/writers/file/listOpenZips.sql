SELECT id, received_at
FROM submission_files
WHERE state IN ('CHECKING', 'WAITING')
  AND id IN (SELECT container_id FROM submission_files WHERE container_id IS NOT NULL)
ORDER BY id
