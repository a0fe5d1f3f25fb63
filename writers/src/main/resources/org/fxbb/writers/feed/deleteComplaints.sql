DELETE FROM complaint_aggregates WHERE isp_id = :isp_id AND snapshot_month = :period
