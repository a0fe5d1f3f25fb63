-- Violations of the month with what they weigh; WAIVED ones count nothing.
SELECT
  s.isp_id, s.violation_type, s.parameter_code, s.severity, s.status, s.pop_id, coalesce(v.weight, 0) AS weight
FROM sla_violations s
LEFT JOIN sla_verdicts v
  ON v.policy_set = s.policy_set
  AND v.period = s.measurement_period_start
  AND v.level = 'POP'
  AND v.pop_id = s.pop_id
  AND v.isp_id = s.isp_id
  AND v.parameter_code = s.parameter_code
WHERE s.policy_set = :policy_set
  AND s.measurement_period_start = :month
  AND s.deleted_at IS NULL
ORDER BY s.isp_id, s.id
