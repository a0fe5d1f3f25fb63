DELETE FROM package_coverage WHERE isp_id IN (:isps)
