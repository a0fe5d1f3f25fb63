INSERT INTO ts_qos_measurements (time, isp_id, pop_id, agent_id, test_type, target_type, target_key, test_status, latency_min_ms, latency_avg_ms, latency_median_ms, latency_max_ms, latency_p95_ms, latency_p99_ms, jitter_ms, packets_sent, packets_received, download_mbps, upload_mbps, dns_ms, dns_query_ms, http_ms, http_score, hops, path_complete, details, submission_id)
SELECT time, isp_id, pop_id, agent_id, test_type, target_type, target_key, test_status, latency_min_ms, latency_avg_ms, latency_median_ms, latency_max_ms, latency_p95_ms, latency_p99_ms, jitter_ms, packets_sent, packets_received, download_mbps, upload_mbps, dns_ms, dns_query_ms, http_ms, http_score, hops, path_complete, details, submission_id
FROM staged_qos_measurements
ON CONFLICT DO NOTHING
