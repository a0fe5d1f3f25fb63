-- A child that a person has taken up outlives its parent.
UPDATE sla_violations c
SET parent_violation_id = NULL
FROM sla_violations p
WHERE p.id = c.parent_violation_id
  AND c.status <> 'DETECTED'
  AND p.status = 'DETECTED'
  AND p.policy_set = :policy_set
  AND p.measurement_period_start = :month
  AND NOT EXISTS (SELECT FROM found_violations f WHERE f.id = p.id)
