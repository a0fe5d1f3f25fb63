INSERT INTO agent_pop_assignments (agent_id, pop_id, isp_id, valid_from)
SELECT DISTINCT g.id, p.id, g.isp_id, coalesce(s.valid_from, CAST(:list_date AS date))
FROM staged_registry_agents s
JOIN software_agents g ON g.agent_uuid = s.agent_uuid AND g.deleted_at IS NULL
CROSS JOIN LATERAL unnest(regexp_split_to_array(btrim(s.pop_codes), '\s*\|\s*')) c (pop_code)
JOIN pops p ON p.isp_id = g.isp_id AND p.code = c.pop_code AND p.deleted_at IS NULL
WHERE NOT EXISTS (
  SELECT FROM agent_pop_assignments a
  WHERE a.agent_id = g.id AND a.pop_id = p.id AND a.valid_to IS NULL)
ORDER BY 1, 2
ON CONFLICT (agent_id, pop_id, valid_from) DO UPDATE
SET valid_to = NULL, updated_at = :now
