UPDATE api_keys
SET
  replaced_by = (SELECT id FROM api_keys WHERE prefix = :by),
  grace_until = :until,
  updated_at = now(),
  updated_by = current_user
WHERE prefix = :prefix
