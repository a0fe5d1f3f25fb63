-- PoPs in service in the period with their district, their QoS agents, and whether every agent's reference speed is an active
-- package that the ISP filed (spec 5.2: once it has filed any), by the newest filing of the month or before.
SELECT
  p.id,
  p.isp_id,
  i.code AS isp,
  p.code,
  coalesce(l.district_code, '') AS district,
  coalesce(l.division_code, '') AS division,
  count(DISTINCT a.id) AS qos_agents,
  coalesce(bool_and(f.filed IS NULL OR f.matches), true) AS representative
FROM pops p
JOIN isps i ON i.id = p.isp_id AND i.deleted_at IS NULL
LEFT JOIN geo_locations l ON l.location_code = p.location_code
LEFT JOIN agent_pop_assignments x
  ON x.pop_id = p.id
  AND x.valid_from <= :last
  AND (x.valid_to IS NULL OR x.valid_to >= :first)
LEFT JOIN software_agents a
  ON a.id = x.agent_id
  AND a.agent_type = 'QOS_AGENT'
  AND a.status = 'ACTIVE'
  AND a.deleted_at IS NULL
  AND a.valid_from <= :last
LEFT JOIN LATERAL (
  SELECT
    max(s.snapshot_month) AS filed,
    coalesce(
      bool_or(s.status = 'ACTIVE' AND s.download_speed_mbps = a.reference_download_mbps AND s.upload_speed_mbps = a.reference_upload_mbps),
      false) AS matches
  FROM package_snapshots s
  WHERE s.isp_id = p.isp_id
    AND s.snapshot_month = (
      SELECT max(n.snapshot_month) FROM package_snapshots n WHERE n.isp_id = p.isp_id AND n.snapshot_month <= :first
    )
) f ON a.id IS NOT NULL
WHERE p.deleted_at IS NULL
  AND p.status = 'ACTIVE'
  AND p.valid_from <= :last
  AND (p.valid_to IS NULL OR p.valid_to >= :first)
GROUP BY p.id, i.code, l.district_code, l.division_code
ORDER BY i.code, p.code
