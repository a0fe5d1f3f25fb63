INSERT INTO ts_mobile_speed_tests (time, installation_id, isp_id, package_code, connection_type, download_mbps, upload_mbps, latency_ms, jitter_ms, loss_pct, dns_ms, http_ms, latitude, longitude, submission_id)
SELECT s.time, i.id, s.isp_id, s.package_code, s.connection_type, s.download_mbps, s.upload_mbps, s.latency_ms, s.jitter_ms, s.loss_pct, s.dns_ms, s.http_ms, s.latitude, s.longitude, :submission_id
FROM staged_user_reports s
JOIN app_installations i ON i.install_uuid = s.install_uuid AND i.deleted_at IS NULL
WHERE s.outcome IS NULL
  AND num_nonnulls(s.download_mbps, s.upload_mbps, s.latency_ms, s.jitter_ms, s.loss_pct, s.dns_ms, s.http_ms) > 0
