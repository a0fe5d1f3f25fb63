-- The values of the default policy set that are in force on a day (spec 5): the newest of each name.
SELECT DISTINCT ON (v.name)
  s.code,
  v.name,
  v.value,
  v.text_value
FROM policy_sets s
JOIN policy_values v ON v.policy_set = s.code
WHERE s.is_default
  AND v.effective_date <= :day
  AND (v.expiry_date IS NULL OR v.expiry_date > :day)
ORDER BY v.name, v.effective_date DESC
