SELECT v.name, v.value
FROM policy_values v
JOIN policy_sets s ON s.code = v.policy_set AND s.is_default
WHERE v.value IS NOT NULL AND v.effective_date <= :day AND (v.expiry_date IS NULL OR v.expiry_date > :day)
