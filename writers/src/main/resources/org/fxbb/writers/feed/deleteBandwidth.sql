DELETE FROM bandwidth_snapshots WHERE isp_id = :isp_id AND snapshot_month = :period AND upstream_type <> ''
