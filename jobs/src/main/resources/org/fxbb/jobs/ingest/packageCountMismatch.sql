-- With the packages tried beside a trial, where there are any, else with those in force.
SELECT 0 AS row_number, k.code AS column_name, k.subscriber_count::text AS found, coalesce(t.subscribers, 0)::text AS expected
FROM (
  SELECT p.code, n.subscriber_count
  FROM package_snapshots n
  JOIN packages p ON p.id = n.package_id
  WHERE n.isp_id = :isp_id
    AND n.snapshot_month = :period
    AND NOT EXISTS (SELECT FROM staged_filing_packages)
  UNION ALL
  (SELECT DISTINCT ON (package_code) package_code, subscriber_count FROM staged_filing_packages ORDER BY package_code, row_number)
) k
LEFT JOIN (
  SELECT package_code, sum(current_count) AS subscribers
  FROM staged_filing_subscribers
  GROUP BY package_code
) t ON t.package_code = k.code
WHERE k.subscriber_count <> coalesce(t.subscribers, 0)
ORDER BY k.code
