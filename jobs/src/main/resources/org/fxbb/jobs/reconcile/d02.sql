-- D02 revenue against price (spec 5.8, restricted): declared subscriber revenue v price without VAT x mean subscribers less suspended, or paying subscribers where filed.
INSERT INTO reconcile_findings (isp_id, did_not_run, declared, expected, variance, at_stake)
WITH had_opening AS (
  SELECT DISTINCT isp_id
  FROM subscriber_snapshots
  WHERE snapshot_month = :previous
),
rows_of AS (
  SELECT isp_id, package_id, location_code
  FROM subscriber_snapshots
  WHERE snapshot_month = :period
  UNION
  SELECT isp_id, package_id, location_code
  FROM revenue_details
  WHERE snapshot_month = :period
),
expected AS (
  SELECT
    r.isp_id,
    sum(v.subscriber_revenue_bdt) AS declared,
    sum(
      p.price_bdt / CASE WHEN p.price_includes_vat THEN 1 + :vat_rate / 100.0 ELSE 1 END
      * coalesce(
          v.paying_subscribers,
          CASE
            WHEN o.isp_id IS NULL THEN s.total_subscribers
            ELSE (coalesce(b.total_subscribers, 0) + s.total_subscribers) / 2.0
          END - s.suspended_subscribers)
    ) AS expected
  FROM rows_of r
  LEFT JOIN package_snapshots p
    ON p.isp_id = r.isp_id AND p.snapshot_month = :period AND p.package_id = r.package_id
  LEFT JOIN subscriber_snapshots s
    ON s.isp_id = r.isp_id AND s.snapshot_month = :period AND s.package_id = r.package_id AND s.location_code = r.location_code
  LEFT JOIN subscriber_snapshots b
    ON b.isp_id = r.isp_id AND b.snapshot_month = :previous AND b.package_id = r.package_id AND b.location_code = r.location_code
  LEFT JOIN revenue_details v
    ON v.isp_id = r.isp_id AND v.snapshot_month = :period AND v.package_id = r.package_id AND v.location_code = r.location_code
  LEFT JOIN had_opening o ON o.isp_id = r.isp_id
  GROUP BY r.isp_id
)
SELECT
  i.id,
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM package_snapshots p WHERE p.isp_id = i.id AND p.snapshot_month = :period) THEN 'no packages filing for the month'
    WHEN NOT EXISTS (SELECT 1 FROM subscriber_snapshots s WHERE s.isp_id = i.id AND s.snapshot_month = :period) THEN 'no subscribers filing for the month'
    WHEN NOT EXISTS (SELECT 1 FROM revenue_details v WHERE v.isp_id = i.id AND v.snapshot_month = :period) THEN 'no revenue filing for the month'
  END,
  coalesce(e.declared, 0),
  coalesce(e.expected, 0),
  CASE WHEN e.expected <> 0 THEN (coalesce(e.declared, 0) - e.expected) / e.expected * 100 WHEN coalesce(e.declared, 0) = 0 THEN 0 END,
  abs(coalesce(e.declared, 0) - coalesce(e.expected, 0))
FROM isps i
LEFT JOIN expected e ON e.isp_id = i.id
WHERE i.license_status = 'ACTIVE'
  AND i.deleted_at IS NULL
