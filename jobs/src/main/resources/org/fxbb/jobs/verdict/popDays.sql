-- Values of one parameter, busy hours first. Samples travel in the binary form of the array: no text is parsed, nothing is boxed.
SELECT
  pop_id, day, busy, array_send(samples) AS samples, tests, due, numerator, denominator,
  left_agent_fault, left_target_down, left_slot, left_no_reference
FROM qos_pop_day_values
WHERE day >= :first
  AND day <= :last
  AND parameter_code = :parameter
ORDER BY pop_id, day, busy DESC
