-- D03 package counts (spec 5.8): packages.subscriber_count v the sum of the subscribers rows, per package.
INSERT INTO reconcile_findings (isp_id, did_not_run, declared, expected, variance, grain, at_stake)
WITH counted AS (
  SELECT isp_id, package_id, sum(total_subscribers) AS subscribers
  FROM subscriber_snapshots
  WHERE snapshot_month = :period
  GROUP BY isp_id, package_id
),
compared AS (
  SELECT
    p.isp_id,
    k.code AS grain,
    p.subscriber_count AS declared,
    coalesce(c.subscribers, 0) AS expected
  FROM package_snapshots p
  JOIN packages k ON k.id = p.package_id
  LEFT JOIN counted c ON c.isp_id = p.isp_id AND c.package_id = p.package_id
  WHERE p.snapshot_month = :period
    AND p.subscriber_count IS NOT NULL
    AND EXISTS (SELECT 1 FROM counted x WHERE x.isp_id = p.isp_id)
)
SELECT
  i.id,
  CASE
    WHEN c.isp_id IS NOT NULL THEN NULL
    WHEN NOT EXISTS (SELECT 1 FROM counted x WHERE x.isp_id = i.id) THEN 'no subscribers filing for the month'
    ELSE 'no package states its subscriber count'
  END,
  c.declared,
  c.expected,
  CASE WHEN c.expected <> 0 THEN (c.declared - c.expected) * 100.0 / c.expected WHEN c.declared = 0 THEN 0 END,
  c.grain,
  abs(c.declared - c.expected)
FROM isps i
LEFT JOIN compared c ON c.isp_id = i.id
WHERE i.license_status = 'ACTIVE'
  AND i.deleted_at IS NULL
