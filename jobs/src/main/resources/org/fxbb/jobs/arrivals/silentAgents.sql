SELECT
  h.agent_uuid,
  h.agent_type,
  h.isp,
  h.last_seen_at,
  h.windows_missed
FROM alert_rules r
CROSS JOIN fxbb_agents_heard(:now, CAST(:agent_window_minutes AS integer)) h
WHERE r.code = 'agent-silent' AND r.deleted_at IS NULL
  AND h.windows_missed > r.threshold
ORDER BY h.windows_missed DESC, h.isp COLLATE "C", h.agent_uuid
