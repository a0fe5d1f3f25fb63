UPDATE sftp_credentials c
SET
  failed_logins = t.tries,
  locked_until = CASE WHEN t.tries >= :most THEN :until::timestamptz END
FROM (
  SELECT id, CASE WHEN locked_until <= :now THEN 1 ELSE failed_logins + 1 END AS tries
  FROM sftp_credentials
  WHERE id IN (:ids)
) t
WHERE c.id = t.id
