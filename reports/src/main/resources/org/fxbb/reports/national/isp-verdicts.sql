-- Every verdict of every ISP.
SELECT
  v.subject_key || '-' || v.parameter_code AS row_key,
  i.code AS isp,
  i.name_en AS name,
  i.name_bn AS name_bn,
  q.name_en AS parameter,
  v.verdict,
  v.reason,
  v.statistic_value AS value,
  v.statistic_24h AS value_24h,
  CASE q.unit WHEN 'ms' THEN 'MILLIS' WHEN '%' THEN 'PERCENT_FINE' ELSE 'PERCENT' END AS value_unit,
  CASE q.unit WHEN 'ms' THEN 'MILLIS' WHEN '%' THEN 'PERCENT_FINE' ELSE 'PERCENT' END AS value_24h_unit,
  100 * v.attained AS attained,
  100 * v.attained_low AS low,
  100 * v.attained_high AS high,
  100 * v.required AS required,
  v.n AS tests,
  v.days,
  v.effective_n,
  v.coverage_pct AS coverage,
  v.represented_pct AS represented,
  v.pops,
  v.agents
FROM sla_verdicts v
JOIN isps i ON i.id = v.isp_id
JOIN qos_parameters q ON q.code = v.parameter_code
WHERE v.level = 'ISP' AND v.period = :period AND v.policy_set = :policy_set
ORDER BY i.code, q.sort_order
