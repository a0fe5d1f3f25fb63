INSERT INTO bandwidth_snapshots (isp_id, snapshot_month, upstream_type, provider_name, contracted_mbps, provisioned_mbps, peak_utilization_pct, avg_utilization_pct, p95_utilization_pct, submission_id)
SELECT :isp_id, :period, upstream_type, provider_name, contracted_mbps, provisioned_mbps, peak_utilization_pct, avg_utilization_pct, p95_utilization_pct, :submission_id
FROM staged_filing_bandwidth
