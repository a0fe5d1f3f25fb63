-- One row per licence category and a total.
WITH months AS (
  SELECT isp_id, max(snapshot_month) AS month
  FROM subscriber_snapshots
  WHERE snapshot_month <= :period
  GROUP BY isp_id
), subscribers AS (
  SELECT s.isp_id, sum(s.total_subscribers - s.suspended_subscribers) AS active
  FROM subscriber_snapshots s
  JOIN months m ON m.isp_id = s.isp_id AND m.month = s.snapshot_month
  GROUP BY s.isp_id
)
SELECT
  coalesce(c.code, 'ALL') AS row_key,
  CASE WHEN grouping(c.code) = 1 THEN 'All categories' ELSE max(c.name_en) END AS category,
  CASE WHEN grouping(c.code) = 1 THEN '' ELSE max(c.name_bn) END AS category_bn,
  count(i.id) AS isps,
  coalesce(sum(b.active), 0) AS subscribers,
  count(s.overall_score) AS scored,
  percentile_disc(0.5) WITHIN GROUP (ORDER BY s.overall_score) AS median_score,
  count(*) FILTER (WHERE s.compliance_tier = 'EXCELLENT') AS excellent,
  count(*) FILTER (WHERE s.compliance_tier = 'GOOD') AS good,
  count(*) FILTER (WHERE s.compliance_tier = 'SATISFACTORY') AS satisfactory,
  count(*) FILTER (WHERE s.compliance_tier = 'NEEDS_IMPROVEMENT') AS needs_improvement,
  count(*) FILTER (WHERE s.compliance_tier = 'NON_COMPLIANT') AS non_compliant,
  count(*) FILTER (WHERE s.compliance_tier = 'INSUFFICIENT_EVIDENCE') AS insufficient,
  count(*) FILTER (WHERE s.compliance_tier = 'NOT_MEASURED') AS not_measured,
  grouping(c.code) = 1 AS is_total
FROM isp_license_categories c
LEFT JOIN isps i ON i.license_category_id = c.id AND i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
LEFT JOIN compliance_scores s ON s.isp_id = i.id AND s.score_month = :period AND s.policy_set = :policy_set
LEFT JOIN subscribers b ON b.isp_id = i.id
GROUP BY GROUPING SETS ((c.code, c.sort_order), ())
ORDER BY grouping(c.code), c.sort_order
