-- The verdicts of every active licensed ISP, parameter by parameter.
SELECT
  v.isp_id, v.parameter_code, q.category, q.weight, q.better, v.verdict, v.reason, v.attained, v.required, v.represented_pct
FROM sla_verdicts v
JOIN qos_parameters q ON q.code = v.parameter_code
WHERE v.policy_set = :policy_set
  AND v.period = :month
  AND v.level = 'ISP'
ORDER BY v.isp_id, q.sort_order
