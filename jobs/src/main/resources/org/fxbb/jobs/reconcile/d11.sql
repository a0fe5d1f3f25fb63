-- D11 VAT (spec 5.8, restricted): vat_bdt v subscriber revenue x the rate in force on the first day of the month.
INSERT INTO reconcile_findings (isp_id, did_not_run, declared, expected, variance, at_stake)
WITH filed AS (
  SELECT isp_id, sum(vat_bdt) AS declared, sum(subscriber_revenue_bdt) * :vat_rate / 100.0 AS expected
  FROM revenue_details
  WHERE snapshot_month = :period
  GROUP BY isp_id
)
SELECT
  i.id,
  CASE WHEN f.isp_id IS NULL THEN 'no revenue filing for the month' END,
  f.declared,
  f.expected,
  CASE WHEN f.expected <> 0 THEN (f.declared - f.expected) / f.expected * 100 WHEN f.declared = 0 THEN 0 END,
  abs(f.declared - f.expected)
FROM isps i
LEFT JOIN filed f ON f.isp_id = i.id
WHERE i.license_status = 'ACTIVE'
  AND i.deleted_at IS NULL
