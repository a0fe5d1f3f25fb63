-- Quarter hours due in the month, by what became of them, and a total.
SELECT
  coalesce(n.status, 'DUE') AS row_key,
  CASE WHEN grouping(n.status) = 1 THEN 'Slots due' ELSE max(n.name) END AS status,
  count(s.pop_id) AS slots,
  100.0 * count(s.pop_id) / nullif((
    SELECT count(*) FROM availability_slots WHERE slot_start >= :period_start_at AND slot_start < :period_end_at), 0) AS share,
  grouping(n.status) = 1 AS is_total
FROM (
  VALUES
    (1, 'AVAILABLE', 'Available'), (2, 'DEGRADED', 'Degraded'), (3, 'POOR', 'Poor'), (4, 'OUTAGE', 'Outage'),
    (5, 'EXCLUDED', 'Excluded (approved windows)'), (6, 'NOT_MEASURED', 'Not measured (agent)'), (7, 'UNKNOWN', 'Unknown (no witness)')
) AS n (position, status, name)
LEFT JOIN availability_slots s
  ON s.status = n.status AND s.slot_start >= :period_start_at AND s.slot_start < :period_end_at
GROUP BY GROUPING SETS ((n.status, n.position), ())
ORDER BY grouping(n.status), n.position
