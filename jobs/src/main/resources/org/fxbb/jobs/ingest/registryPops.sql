SELECT id, isp_id, code
FROM pops
WHERE deleted_at IS NULL
