INSERT INTO revenue_details (isp_id, snapshot_month, package_id, location_code, subscriber_revenue_bdt, vat_bdt, installation_revenue_bdt, other_revenue_bdt, paying_subscribers, submission_id)
SELECT :isp_id, :period, p.id, s.location, s.subscriber_revenue_bdt, s.vat_bdt, s.installation_revenue_bdt, s.other_revenue_bdt, s.paying_subscribers, :submission_id
FROM staged_filing_revenue s
JOIN packages p ON p.isp_id = :isp_id AND p.code = s.package_code AND p.deleted_at IS NULL
