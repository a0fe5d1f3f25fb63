SELECT 0 AS row_number, p.code AS column_name, k.subscriber_count::text AS found, coalesce(t.subscribers, 0)::text AS expected
FROM package_snapshots k
JOIN packages p ON p.id = k.package_id
LEFT JOIN (
  SELECT package_code, sum(current_count) AS subscribers
  FROM staged_filing_subscribers
  GROUP BY package_code
) t ON t.package_code = p.code
WHERE k.isp_id = :isp_id
  AND k.snapshot_month = :period
  AND k.subscriber_count <> coalesce(t.subscribers, 0)
ORDER BY p.code
