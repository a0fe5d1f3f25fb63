UPDATE software_agents g
SET last_seen_at = s.period_end,
  version = s.agent_version,
  updated_at = :now
FROM (
  SELECT DISTINCT ON (agent_id) agent_id, period_end, agent_version
  FROM staged_submissions
  ORDER BY agent_id, period_end DESC, agent_version DESC
) s
WHERE g.id = s.agent_id AND (g.last_seen_at IS NULL OR g.last_seen_at < s.period_end)
