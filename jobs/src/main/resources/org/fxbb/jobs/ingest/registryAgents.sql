SELECT g.id, g.agent_uuid, g.agent_type, g.isp_id, coalesce(p.id, 0) AS pop_id, p.code AS pop_code, a.valid_from, a.valid_to
FROM software_agents g
LEFT JOIN agent_pop_assignments a ON a.agent_id = g.id
LEFT JOIN pops p ON p.id = a.pop_id AND p.deleted_at IS NULL
WHERE g.deleted_at IS NULL
ORDER BY g.id, a.valid_from DESC, a.id
