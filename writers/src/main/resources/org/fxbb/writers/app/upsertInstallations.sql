-- The newest report says which ISP, package, platform and version it is.
INSERT INTO app_installations (install_uuid, isp_id, package_code, platform, app_version, first_seen_at, last_seen_at)
SELECT n.install_uuid, n.isp_id, n.package_code, n.platform, n.app_version, n.first_seen_at, n.time
FROM (
  SELECT DISTINCT ON (install_uuid) install_uuid, isp_id, package_code, platform, app_version, time, min(time) OVER (PARTITION BY install_uuid) AS first_seen_at
  FROM staged_user_reports
  WHERE outcome IS NULL
  ORDER BY install_uuid, time DESC
) n
ON CONFLICT (install_uuid) WHERE deleted_at IS NULL DO UPDATE
SET isp_id = CASE WHEN excluded.last_seen_at > app_installations.last_seen_at THEN excluded.isp_id ELSE app_installations.isp_id END,
  package_code = CASE WHEN excluded.last_seen_at > app_installations.last_seen_at THEN excluded.package_code ELSE app_installations.package_code END,
  platform = CASE WHEN excluded.last_seen_at > app_installations.last_seen_at THEN excluded.platform ELSE app_installations.platform END,
  app_version = CASE WHEN excluded.last_seen_at > app_installations.last_seen_at THEN excluded.app_version ELSE app_installations.app_version END,
  first_seen_at = least(app_installations.first_seen_at, excluded.first_seen_at),
  last_seen_at = greatest(app_installations.last_seen_at, excluded.last_seen_at),
  updated_at = :now
