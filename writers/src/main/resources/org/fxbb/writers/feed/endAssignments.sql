UPDATE agent_pop_assignments a
SET valid_to = CAST(:list_date AS date) - 1, updated_at = :now
FROM staged_registry_agents s
JOIN software_agents g ON g.agent_uuid = s.agent_uuid AND g.deleted_at IS NULL
WHERE a.agent_id = g.id
  AND a.valid_to IS NULL
  AND NOT EXISTS (
    SELECT FROM pops p
    WHERE p.id = a.pop_id AND p.isp_id = g.isp_id AND p.code = ANY (regexp_split_to_array(btrim(s.pop_codes), '\s*\|\s*')))
