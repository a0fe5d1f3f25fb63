INSERT INTO policy_sets (code, title_en, effective_date, is_default)
SELECT policy_set, policy_set, min(effective_date), false
FROM staged_registry_thresholds
GROUP BY policy_set
ON CONFLICT (code) DO NOTHING
