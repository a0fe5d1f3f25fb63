-- Whether the month was judged while it still ran, and whether every limit in force is gazetted.
SELECT
  coalesce((
    SELECT bool_or(partial) FROM sla_verdicts WHERE period = :period AND policy_set = :policy_set), false) AS partial,
  coalesce(bool_and(legal_status = 'GAZETTED'), false) AS gazetted
FROM sla_thresholds
WHERE policy_set = :policy_set AND deleted_at IS NULL
  AND effective_date <= :period AND coalesce(expiry_date, 'infinity') > :period
