SELECT 0 AS row_number, 'package_code' AS column_name, p.code AS found, sum(b.total_subscribers)::text AS expected
FROM subscriber_snapshots b
JOIN packages p ON p.id = b.package_id
WHERE b.isp_id = :isp_id
  AND b.snapshot_month = (CAST(:period AS date) - interval '1 month')::date
  AND NOT EXISTS (SELECT FROM staged_filing_packages s WHERE s.package_code = p.code)
GROUP BY p.code
HAVING sum(b.total_subscribers) > 0
ORDER BY p.code
