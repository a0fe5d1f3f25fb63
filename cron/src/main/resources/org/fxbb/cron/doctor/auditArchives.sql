-- Months of the log that were archived and dropped: their seals stay, their rows do not.
SELECT
  range_from::timestamp AT TIME ZONE 'Asia/Dhaka' AS from_at,
  range_to::timestamp AT TIME ZONE 'Asia/Dhaka' AS to_at,
  rows
FROM partition_archives
WHERE parent_table = 'audit_logs' AND state = 'DROPPED'
ORDER BY range_from
