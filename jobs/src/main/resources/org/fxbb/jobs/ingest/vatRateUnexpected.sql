-- Off by more than 1 % and 1 BDT from the rate on subscriber revenue, and from the rate on all revenue of the row.
SELECT s.row_number, 'vat_bdt' AS column_name, s.vat_bdt::text AS found,
  round(s.subscriber_revenue_bdt * v.value / 100, 2)::text || ' (' || trim_scale(v.value)::text || ' %)' AS expected
FROM staged_filing_revenue s
JOIN policy_values v
  ON v.name = 'vat.rate'
  AND v.effective_date <= :period
  AND (v.expiry_date IS NULL OR v.expiry_date > :period)
JOIN policy_sets p ON p.code = v.policy_set AND p.is_default
CROSS JOIN LATERAL (
  SELECT s.subscriber_revenue_bdt * v.value / 100 AS on_subscribers,
    (s.subscriber_revenue_bdt + coalesce(s.installation_revenue_bdt, 0) + coalesce(s.other_revenue_bdt, 0)) * v.value / 100 AS on_all
) e
WHERE abs(s.vat_bdt - e.on_subscribers) > greatest(1, e.on_subscribers / 100)
  AND abs(s.vat_bdt - e.on_all) > greatest(1, e.on_all / 100)
ORDER BY s.row_number
