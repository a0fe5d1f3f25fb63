-- What was DETECTED before and is not found any more.
DELETE FROM sla_violations s
WHERE s.policy_set = :policy_set
  AND s.measurement_period_start = :month
  AND s.status = 'DETECTED'
  AND NOT EXISTS (SELECT FROM found_violations f WHERE f.id = s.id)
