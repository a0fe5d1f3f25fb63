INSERT INTO bandwidth_snapshots (isp_id, snapshot_month, location_code, pop_type, pop_code, pop_count, status, upstream_capacity_mbps, international_mbps, ix_mbps, cache_mbps, latitude, longitude, submission_id)
SELECT :isp_id, :period, location, pop_type, coalesce(pop_code, ''), pop_count::integer, upper(status), upstream_capacity_mbps, international_mbps, ix_mbps, cache_mbps, latitude, longitude, :submission_id
FROM staged_filing_pops
