UPDATE filing_feeds
SET state = :state,
  late_days = :late_days,
  first_received_at = :first_received_at,
  with_errors = :with_errors,
  in_force_file_id = :file_id,
  in_force_revision = :revision,
  updated_at = :now
WHERE isp_id = :isp_id AND period = :period AND feed = :feed
