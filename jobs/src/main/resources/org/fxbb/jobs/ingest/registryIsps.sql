SELECT id, code, btrc_license_no AS licence
FROM isps
WHERE deleted_at IS NULL
