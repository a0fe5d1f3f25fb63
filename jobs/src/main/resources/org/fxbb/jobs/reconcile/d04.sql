-- D04 roll-forward (spec 5.8): current v previous + new - churned, per package and location; without a previous month it does not run.
INSERT INTO reconcile_findings (isp_id, did_not_run, declared, expected, variance, grain, at_stake)
WITH compared AS (
  SELECT
    coalesce(c.isp_id, b.isp_id) AS isp_id,
    coalesce(c.package_id, b.package_id) AS package_id,
    coalesce(c.location_code, b.location_code) AS location_code,
    coalesce(c.total_subscribers, 0) AS declared,
    coalesce(b.total_subscribers, 0) + coalesce(c.new_subscribers, 0) - coalesce(c.churned_subscribers, 0) AS expected
  FROM (SELECT * FROM subscriber_snapshots WHERE snapshot_month = :period) c
  FULL JOIN (SELECT * FROM subscriber_snapshots WHERE snapshot_month = :previous) b
    ON b.isp_id = c.isp_id AND b.package_id = c.package_id AND b.location_code = c.location_code
),
both_months AS (
  SELECT isp_id
  FROM subscriber_snapshots
  WHERE snapshot_month IN (:period, :previous)
  GROUP BY isp_id
  HAVING count(DISTINCT snapshot_month) = 2
)
SELECT
  i.id,
  CASE
    WHEN m.isp_id IS NOT NULL THEN NULL
    WHEN EXISTS (SELECT 1 FROM subscriber_snapshots s WHERE s.isp_id = i.id AND s.snapshot_month = :period) THEN 'no subscribers filing for the month before'
    ELSE 'no subscribers filing for the month'
  END,
  c.declared,
  c.expected,
  CASE WHEN c.expected <> 0 THEN (c.declared - c.expected) * 100.0 / abs(c.expected) WHEN c.declared = 0 THEN 0 END,
  k.code || ' at ' || c.location_code,
  abs(c.declared - c.expected)
FROM isps i
LEFT JOIN both_months m ON m.isp_id = i.id
LEFT JOIN compared c ON c.isp_id = m.isp_id
LEFT JOIN packages k ON k.id = c.package_id
WHERE i.license_status = 'ACTIVE'
  AND i.deleted_at IS NULL
