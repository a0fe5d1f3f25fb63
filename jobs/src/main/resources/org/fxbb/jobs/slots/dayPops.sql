-- The touched PoPs that are in service on the day, with the agents that are assigned to them then (spec 5.3.1).
INSERT INTO day_pops (pop_id, isp_id, qos_agents, snmp_agents)
SELECT
  p.id,
  p.isp_id,
  count(DISTINCT a.id) FILTER (WHERE a.agent_type = 'QOS_AGENT'),
  count(DISTINCT a.id) FILTER (WHERE a.agent_type = 'SNMP_AGENT')
FROM (SELECT DISTINCT pop_id FROM taken_marks) m
JOIN pops p ON p.id = m.pop_id
LEFT JOIN agent_pop_assignments x
  ON x.pop_id = p.id
  AND x.valid_from <= :day
  AND (x.valid_to IS NULL OR x.valid_to >= :day)
LEFT JOIN software_agents a
  ON a.id = x.agent_id
  AND a.valid_from <= :day
  AND a.status = 'ACTIVE'
  AND a.deleted_at IS NULL
WHERE p.status = 'ACTIVE'
  AND p.deleted_at IS NULL
  AND p.valid_from <= :day
  AND (p.valid_to IS NULL OR p.valid_to >= :day)
GROUP BY p.id
