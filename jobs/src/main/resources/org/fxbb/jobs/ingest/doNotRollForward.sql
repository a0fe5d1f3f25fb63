SELECT s.row_number, s.package_code || ' in ' || s.location AS column_name, s.current_count::text AS found,
  (b.total_subscribers + s.new_count - s.churned_count)::text AS expected
FROM staged_filing_subscribers s
JOIN packages p ON p.isp_id = :isp_id AND p.code = s.package_code AND p.deleted_at IS NULL
JOIN subscriber_snapshots b
  ON b.isp_id = :isp_id
  AND b.snapshot_month = (CAST(:period AS date) - interval '1 month')::date
  AND b.package_id = p.id
  AND b.location_code = s.location
WHERE s.current_count <> b.total_subscribers + s.new_count - s.churned_count
ORDER BY s.row_number
