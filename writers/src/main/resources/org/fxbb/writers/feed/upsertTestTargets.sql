INSERT INTO test_targets (code, category_code, test_type, target_type, host, port, url)
SELECT code, upper(category), test_type, target_type, host, port::integer, url
FROM staged_registry_test_targets
ORDER BY row_number
ON CONFLICT (code) WHERE deleted_at IS NULL DO UPDATE
SET category_code = coalesce(excluded.category_code, test_targets.category_code),
  test_type = excluded.test_type,
  target_type = excluded.target_type,
  host = excluded.host,
  port = coalesce(excluded.port, test_targets.port),
  url = coalesce(excluded.url, test_targets.url),
  updated_at = :now
