-- Agents that have missed more whole windows than the alert rule allows, as of the rendering.
SELECT
  h.agent_uuid::text AS row_key,
  h.isp,
  h.agent_uuid::text AS agent,
  CASE h.agent_type WHEN 'SNMP_AGENT' THEN 'SNMP' ELSE 'QoS' END AS type,
  to_char(h.last_seen_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS last_heard,
  h.windows_missed AS missed
FROM alert_rules r
CROSS JOIN fxbb_agents_heard(:now, (
  SELECT v.value::integer
  FROM policy_values v
  WHERE v.policy_set = :policy_set AND v.name = 'agent.window-minutes'
    AND v.effective_date <= :period AND coalesce(v.expiry_date, 'infinity') > :period)) h
WHERE r.code = 'agent-silent' AND r.deleted_at IS NULL
  AND h.windows_missed > r.threshold
ORDER BY h.windows_missed DESC, h.isp, h.agent_uuid
