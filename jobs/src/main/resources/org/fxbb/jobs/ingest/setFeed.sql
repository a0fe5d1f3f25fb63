-- A mandatory feed has its row since the filing was opened; an optional one gets it with its first acceptance.
INSERT INTO filing_feeds (isp_id, period, feed, state, late_days, first_received_at, with_errors, in_force_file_id, in_force_revision, updated_at)
VALUES (:isp_id, :period, :feed, :state, :late_days, :first_received_at, :with_errors, :file_id, :revision, :now)
ON CONFLICT (isp_id, period, feed) DO UPDATE
SET state = excluded.state,
  late_days = excluded.late_days,
  first_received_at = excluded.first_received_at,
  with_errors = excluded.with_errors,
  in_force_file_id = excluded.in_force_file_id,
  in_force_revision = excluded.in_force_revision,
  updated_at = :now
