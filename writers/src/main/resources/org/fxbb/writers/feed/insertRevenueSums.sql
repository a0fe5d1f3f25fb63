-- Sums are held to what numeric(15,2) can hold, so that a nonsensical file cannot stop a load.
INSERT INTO revenue_snapshots (isp_id, snapshot_month, subscriber_revenue_bdt, vat_bdt, installation_revenue_bdt, other_revenue_bdt, paying_subscribers, submission_id)
SELECT :isp_id, :period,
  least(sum(subscriber_revenue_bdt), 9999999999999.99),
  least(sum(vat_bdt), 9999999999999.99),
  least(coalesce(sum(installation_revenue_bdt), 0), 9999999999999.99),
  least(coalesce(sum(other_revenue_bdt), 0), 9999999999999.99),
  sum(paying_subscribers),
  :submission_id
FROM revenue_details
WHERE isp_id = :isp_id AND snapshot_month = :period
HAVING count(*) > 0
