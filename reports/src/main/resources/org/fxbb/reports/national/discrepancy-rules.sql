-- The rules that make two witnesses face each other, with their bands.
SELECT
  code AS row_key,
  code AS rule,
  name_en AS name,
  name_bn AS name_bn,
  meaning_en AS meaning,
  unit,
  investigate_under,
  warn_under,
  warn_over,
  investigate_over,
  legal_status
FROM discrepancy_rules
WHERE active
ORDER BY code
