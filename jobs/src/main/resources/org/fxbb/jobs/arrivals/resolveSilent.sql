-- Closes the alert of an agent that was heard again, or that is no longer expected to report.
UPDATE alerts a
SET state = 'RESOLVED', resolved_at = :now, updated_at = now()
FROM alert_rules r
WHERE r.id = a.alert_rule_id AND r.code = 'agent-silent'
  AND a.state <> 'RESOLVED'
  AND NOT EXISTS (
    SELECT FROM fxbb_agents_heard(:now, CAST(:agent_window_minutes AS integer)) h
    WHERE h.agent_uuid::text = a.subject_key AND h.windows_missed > r.threshold)
