DELETE FROM revenue_snapshots WHERE isp_id = :isp_id AND snapshot_month = :period
