-- One row per licensed, active ISP: its score, tier and ranks, and how many were ranked beside it.
WITH scores AS (
  SELECT s.*, i.license_category_id
  FROM compliance_scores s
  JOIN isps i ON i.id = s.isp_id
  WHERE s.score_month = :period AND s.policy_set = :policy_set
)
SELECT
  i.code AS row_key,
  i.code AS isp_code,
  i.name_en AS name,
  coalesce(i.name_bn, '') AS name_bn,
  i.btrc_license_no AS licence,
  c.name_en AS category,
  c.name_bn AS category_bn,
  s.overall_score AS score,
  coalesce(s.compliance_tier, 'NOT_MEASURED') AS tier,
  s.compliance_rank AS rank,
  (SELECT count(*) FROM scores o WHERE o.compliance_rank IS NOT NULL) AS ranked,
  s.category_rank,
  (SELECT count(*) FROM scores o WHERE o.category_rank IS NOT NULL AND o.license_category_id = i.license_category_id) AS category_ranked,
  s.size_class,
  s.size_rank,
  (SELECT count(*) FROM scores o WHERE o.size_rank IS NOT NULL AND o.size_class = s.size_class) AS size_ranked,
  s.speed_score,
  s.latency_score,
  s.availability_score,
  s.reporting_score,
  s.service_deduction,
  s.reporting_deduction,
  s.previous_score,
  coalesce(s.trend, '') AS trend,
  s.represented_pct AS represented,
  s.judged_weight_pct AS judged_weight,
  coalesce(s.partial, false) AS partial
FROM isps i
JOIN isp_license_categories c ON c.id = i.license_category_id
LEFT JOIN scores s ON s.isp_id = i.id
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
ORDER BY i.code
