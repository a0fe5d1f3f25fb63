SELECT EXISTS (SELECT FROM packages WHERE isp_id = :isp_id AND deleted_at IS NULL)
