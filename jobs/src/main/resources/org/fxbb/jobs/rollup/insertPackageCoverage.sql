INSERT INTO package_coverage (isp_id, package_id, location_code, first_month, last_month, submission_id)
SELECT
  isp_id,
  package_id,
  location_code,
  min(snapshot_month),
  max(snapshot_month),
  (array_agg(submission_id ORDER BY snapshot_month DESC))[1]
FROM subscriber_snapshots
WHERE isp_id IN (:isps) AND total_subscribers > 0
GROUP BY isp_id, package_id, location_code
