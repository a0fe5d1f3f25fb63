-- Violations of ISPs in the month, those of single PoPs being evidence of these.
SELECT (lower(violation_type) || ' ' || parameter_code) COLLATE "C" AS name, count(*) AS amount
FROM sla_violations
WHERE measurement_period_start = :month
  AND parent_violation_id IS NULL
  AND deleted_at IS NULL
GROUP BY 1
ORDER BY amount DESC, name
