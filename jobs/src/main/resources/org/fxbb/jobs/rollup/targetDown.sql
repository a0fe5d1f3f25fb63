-- Targets that failed from so many agents that the target is at fault (spec 5.2, TARGET_DOWN). An agent fails a target in a
-- quarter hour when it tried and no try succeeded.
WITH agents AS (
  SELECT
    s.slot_start,
    s.test_type,
    s.target_key,
    t.agent_id,
    min(t.pop_id) AS pop_id,
    min(t.isp_id) AS isp_id,
    NOT bool_or(t.test_status IN ('SUCCESS', 'PARTIAL') AND coalesce(t.packets_received, 1) > 0) AS failed
  FROM target_suspects s
  JOIN ts_qos_measurements t
    ON t.test_type = s.test_type
    AND t.target_key = s.target_key
    AND date_bin('15 minutes', t.time, :from) = s.slot_start
  WHERE t.time >= :from
    AND t.time < :to
  GROUP BY s.slot_start, s.test_type, s.target_key, t.agent_id
),
judged AS (
  SELECT
    a.slot_start,
    a.test_type,
    a.target_key,
    count(DISTINCT a.agent_id) AS agents,
    count(DISTINCT a.agent_id) FILTER (WHERE a.failed) AS failed_agents,
    count(DISTINCT a.isp_id) FILTER (WHERE a.failed) AS isps,
    count(DISTINCT o.upstream_operator) FILTER (WHERE a.failed) AS operators
  FROM agents a
  LEFT JOIN (
    SELECT DISTINCT n.pop_id, n.upstream_operator
    FROM snmp_targets n
    JOIN upstream_types u ON u.id = n.upstream_type_id AND u.is_upstream
    WHERE n.upstream_operator IS NOT NULL AND n.deleted_at IS NULL
  ) o ON o.pop_id = a.pop_id
  GROUP BY a.slot_start, a.test_type, a.target_key
)
INSERT INTO target_states (slot_start, test_type, target_key, agents, failed_agents, isps, operators, is_down, was_down)
SELECT
  j.slot_start, j.test_type, j.target_key, j.agents, j.failed_agents, j.isps, j.operators,
  j.failed_agents * 100 >= :target_down_share * j.agents
    AND j.isps >= :target_down_isps
    AND j.operators >= :target_down_operators,
  EXISTS (
    SELECT FROM target_down_slots d
    WHERE d.slot_start = j.slot_start AND d.test_type = j.test_type AND d.target_key = j.target_key
  )
FROM judged j
