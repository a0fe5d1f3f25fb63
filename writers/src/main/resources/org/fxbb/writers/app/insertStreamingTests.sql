INSERT INTO ts_mobile_streaming_tests (time, installation_id, isp_id, package_code, connection_type, video_buffer_ratio, submission_id)
SELECT s.time, i.id, s.isp_id, s.package_code, s.connection_type, s.video_buffer_ratio, :submission_id
FROM staged_user_reports s
JOIN app_installations i ON i.install_uuid = s.install_uuid AND i.deleted_at IS NULL
WHERE s.outcome IS NULL AND s.video_buffer_ratio IS NOT NULL
