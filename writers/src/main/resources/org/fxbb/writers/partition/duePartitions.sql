-- Partitions wholly older than the retention of their table, oldest first; restored ones only after their days.
-- The server's clock decides where it is earlier, as in fxbb_drop_partition.
-- unread: windows that a load touched and no roll-up has taken yet, for which the rows are still needed.
SELECT
  r.parent_table,
  r.partition_name,
  r.range_from,
  r.range_to,
  EXISTS (
    SELECT 1 FROM rollup_dirty_marks m
    WHERE m.table_name = r.parent_table
      AND m.hour >= r.range_from::timestamp AT TIME ZONE 'Asia/Dhaka'
      AND m.hour < r.range_to::timestamp AT TIME ZONE 'Asia/Dhaka') AS unread
FROM partition_ranges r
JOIN partition_policies p USING (parent_table)
WHERE r.range_to <= least(CAST(:today AS date), (now() AT TIME ZONE 'Asia/Dhaka')::date) - make_interval(months => p.retention_months)
  AND NOT EXISTS (
    SELECT 1 FROM partition_archives a
    WHERE a.parent_table = r.parent_table
      AND a.range_from = r.range_from
      AND a.state = 'RESTORED'
      AND a.restored_at + make_interval(days => p.restored_days) > :now)
ORDER BY r.range_to, r.parent_table, r.partition_name
