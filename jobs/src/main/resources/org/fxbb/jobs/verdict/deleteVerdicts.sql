DELETE FROM sla_verdicts
WHERE policy_set = :policy_set
  AND period = :month
