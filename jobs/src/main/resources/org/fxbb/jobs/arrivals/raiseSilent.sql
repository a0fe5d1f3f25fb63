-- One open alert for each silent agent, not again within the cool-down of its rule, and none for windows in which intake itself was down.
INSERT INTO alerts (alert_rule_id, subject_key, isp_id, state, value, raised_at)
SELECT r.id, h.agent_uuid::text, h.isp_id, 'RAISED', h.windows_missed, :now
FROM alert_rules r
CROSS JOIN fxbb_agents_heard(:now, CAST(:agent_window_minutes AS integer)) h
WHERE r.code = 'agent-silent' AND r.active AND r.deleted_at IS NULL
  AND h.windows_missed > r.threshold
  AND (h.windows_listened IS NULL OR h.windows_listened > r.threshold)
  AND NOT EXISTS (
    SELECT FROM alerts a
    WHERE a.alert_rule_id = r.id AND a.subject_key = h.agent_uuid::text
      AND (a.state <> 'RESOLVED' OR a.raised_at > CAST(:now AS timestamptz) - r.cooldown_minutes * interval '1 minute'))
