UPDATE users u
SET
  failed_logins = t.tries,
  status = CASE WHEN t.tries >= :most THEN 'LOCKED' ELSE 'ACTIVE' END,
  locked_until = CASE WHEN t.tries >= :most THEN :until::timestamptz END
FROM (
  SELECT id, CASE WHEN locked_until <= :now THEN 1 ELSE failed_logins + 1 END AS tries
  FROM users
  WHERE id IN (:ids)
) t
WHERE u.id = t.id
