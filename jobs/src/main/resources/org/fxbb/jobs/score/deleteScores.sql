DELETE FROM compliance_scores
WHERE policy_set = :policy_set
  AND score_month = :month
