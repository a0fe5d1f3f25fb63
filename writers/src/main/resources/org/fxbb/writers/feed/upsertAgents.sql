INSERT INTO software_agents (agent_uuid, agent_type, isp_id, name, reference_download_mbps, reference_upload_mbps, site_group, status, valid_from)
SELECT s.agent_uuid, s.agent_type, i.id, s.name, s.reference_download_mbps, s.reference_upload_mbps, s.site_group, coalesce(upper(s.status), 'ACTIVE'), coalesce(s.valid_from, CAST(:list_date AS date))
FROM staged_registry_agents s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
ORDER BY s.row_number
ON CONFLICT (agent_uuid) WHERE deleted_at IS NULL DO UPDATE
SET agent_type = excluded.agent_type,
  isp_id = excluded.isp_id,
  name = coalesce(excluded.name, software_agents.name),
  reference_download_mbps = coalesce(excluded.reference_download_mbps, software_agents.reference_download_mbps),
  reference_upload_mbps = coalesce(excluded.reference_upload_mbps, software_agents.reference_upload_mbps),
  site_group = coalesce(excluded.site_group, software_agents.site_group),
  status = excluded.status,
  valid_from = least(software_agents.valid_from, excluded.valid_from),
  updated_at = :now
