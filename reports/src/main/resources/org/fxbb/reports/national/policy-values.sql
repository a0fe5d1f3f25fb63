-- Every other number of judgement in force on the first day of the month.
SELECT
  name AS row_key,
  name,
  value,
  text_value AS value_why,
  unit,
  meaning_en AS meaning,
  coalesce(legal_reference, '-') AS reference,
  legal_status
FROM policy_values
WHERE policy_set = :policy_set
  AND effective_date <= :period AND coalesce(expiry_date, 'infinity') > :period
ORDER BY name
