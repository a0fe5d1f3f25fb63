DELETE FROM package_coverage WHERE isp_id = :isp_id
