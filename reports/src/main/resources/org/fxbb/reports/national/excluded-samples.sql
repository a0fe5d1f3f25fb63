-- Tests that were left out of judgement, by reason.
SELECT
  q.code AS row_key,
  q.name_en AS parameter,
  q.name_bn AS parameter_bn,
  coalesce(sum(v.tests), 0) AS tests,
  coalesce(sum(v.due), 0) AS due,
  coalesce(sum(v.left_agent_fault), 0) AS agent_fault,
  coalesce(sum(v.left_target_down), 0) AS target_down,
  coalesce(sum(v.left_slot), 0) AS slot,
  coalesce(sum(v.left_no_reference), 0) AS no_reference
FROM qos_parameters q
LEFT JOIN qos_pop_day_values v ON v.parameter_code = q.code AND v.day >= :period AND v.day < :period_end
WHERE q.code <> 'AVAILABILITY'
GROUP BY q.code, q.name_en, q.name_bn, q.sort_order
ORDER BY q.sort_order
