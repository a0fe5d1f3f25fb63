DELETE FROM revenue_details WHERE isp_id = :isp_id AND snapshot_month = :period
