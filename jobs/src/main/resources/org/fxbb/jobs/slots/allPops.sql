-- Every PoP, for what concerns whole months.
INSERT INTO day_pops (pop_id, isp_id, qos_agents, snmp_agents)
SELECT id, isp_id, 0, 0
FROM pops
