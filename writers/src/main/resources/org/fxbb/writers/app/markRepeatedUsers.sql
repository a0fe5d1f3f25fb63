-- Of lines with one key the first holds.
UPDATE staged_user_reports s
SET outcome = CASE WHEN ROW (s.package_code, s.connection_type, s.download_mbps, s.upload_mbps, s.latency_ms, s.jitter_ms, s.loss_pct, s.dns_ms, s.http_ms, s.video_buffer_ratio, s.latitude, s.longitude, s.category, s.feedback) IS NOT DISTINCT FROM ROW (f.package_code, f.connection_type, f.download_mbps, f.upload_mbps, f.latency_ms, f.jitter_ms, f.loss_pct, f.dns_ms, f.http_ms, f.video_buffer_ratio, f.latitude, f.longitude, f.category, f.feedback) THEN 'DUPLICATE' ELSE 'CONFLICT' END
FROM (SELECT line_number, min(line_number) OVER (PARTITION BY install_uuid, time) AS first_line FROM staged_user_reports) k
JOIN staged_user_reports f ON f.line_number = k.first_line
WHERE s.line_number = k.line_number AND k.first_line < k.line_number
