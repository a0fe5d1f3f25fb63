DELETE FROM incident_filings WHERE isp_id = :isp_id AND period = :period
