-- Reporting windows of each agent that were due in the month, so far where it runs, and those that came.
WITH windows AS (
  SELECT v.value * interval '1 minute' AS length
  FROM policy_values v
  WHERE v.policy_set = :policy_set AND v.name = 'agent.window-minutes'
    AND v.effective_date <= :period AND coalesce(v.expiry_date, 'infinity') > :period
),
came AS (
  SELECT s.agent_id, count(DISTINCT s.period_start) AS windows
  FROM api_submissions s
  WHERE s.period_start >= :period_start_at AND s.period_start < :period_end_at AND s.agent_id IS NOT NULL
  GROUP BY s.agent_id
),
due AS (
  SELECT
    g.id,
    floor(extract(epoch FROM least(CAST(:period_end_at AS timestamptz), CAST(:now AS timestamptz))
      - greatest(CAST(:period_start_at AS timestamptz), g.valid_from::timestamp AT TIME ZONE 'Asia/Dhaka')) / extract(epoch FROM w.length)) AS windows
  FROM software_agents g
  CROSS JOIN windows w
  WHERE g.deleted_at IS NULL AND g.status = 'ACTIVE'
)
SELECT
  g.agent_uuid::text AS row_key,
  i.code AS isp,
  g.agent_uuid::text AS agent,
  CASE g.agent_type WHEN 'SNMP_AGENT' THEN 'SNMP' ELSE 'QoS' END AS type,
  d.windows AS due,
  coalesce(c.windows, 0) AS received,
  least(100, 100.0 * coalesce(c.windows, 0) / d.windows) AS share,
  to_char(g.last_seen_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS last_heard
FROM due d
JOIN software_agents g ON g.id = d.id
JOIN isps i ON i.id = g.isp_id
LEFT JOIN came c ON c.agent_id = g.id
WHERE d.windows > 0 AND i.deleted_at IS NULL
ORDER BY i.code, g.agent_type, g.agent_uuid
