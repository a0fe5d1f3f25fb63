INSERT INTO subscriber_snapshots (isp_id, snapshot_month, package_id, location_code, total_subscribers, new_subscribers, churned_subscribers, suspended_subscribers, submission_id)
SELECT :isp_id, :period, p.id, s.location, s.current_count, s.new_count, s.churned_count, coalesce(s.suspended_count, 0), :submission_id
FROM staged_filing_subscribers s
JOIN packages p ON p.isp_id = :isp_id AND p.code = s.package_code AND p.deleted_at IS NULL
