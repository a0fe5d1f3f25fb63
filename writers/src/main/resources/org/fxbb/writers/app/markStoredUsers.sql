-- Lines whose installation and time are stored already, whichever of the three tables has them.
UPDATE staged_user_reports s
SET outcome = CASE WHEN k.same THEN 'DUPLICATE' ELSE 'CONFLICT' END
FROM (
  SELECT
    r.line_number,
    (num_nonnulls(r.download_mbps, r.upload_mbps, r.latency_ms, r.jitter_ms, r.loss_pct, r.dns_ms, r.http_ms) > 0) = (t.time IS NOT NULL)
      AND (t.time IS NULL OR ROW (t.package_code, t.connection_type, t.download_mbps, t.upload_mbps, t.latency_ms, t.jitter_ms, t.loss_pct, t.dns_ms, t.http_ms, t.latitude, t.longitude) IS NOT DISTINCT FROM ROW (r.package_code, r.connection_type, r.download_mbps, r.upload_mbps, r.latency_ms, r.jitter_ms, r.loss_pct, r.dns_ms, r.http_ms, r.latitude, r.longitude))
      AND v.video_buffer_ratio IS NOT DISTINCT FROM r.video_buffer_ratio
      AND a.category IS NOT DISTINCT FROM r.category
      AND a.feedback IS NOT DISTINCT FROM r.feedback AS same
  FROM staged_user_reports r
  JOIN app_installations i ON i.install_uuid = r.install_uuid AND i.deleted_at IS NULL
  LEFT JOIN ts_mobile_speed_tests t ON t.installation_id = i.id AND t.time = r.time AND t.time BETWEEN :first AND :last
  LEFT JOIN ts_mobile_streaming_tests v ON v.installation_id = i.id AND v.time = r.time AND v.time BETWEEN :first AND :last
  LEFT JOIN app_feedback a ON a.installation_id = i.id AND a.given_at = r.time AND a.deleted_at IS NULL
  WHERE num_nonnulls(t.time, v.time, a.given_at) > 0
) k
WHERE s.line_number = k.line_number AND s.outcome IS NULL
