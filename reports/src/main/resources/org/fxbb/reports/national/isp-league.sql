-- One row per licensed, active ISP: rank, score, tier, and what its lines reached.
WITH verdicts AS (
  SELECT
    isp_id,
    max(statistic_value) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download,
    max(statistic_value) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency,
    max(statistic_value) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss,
    max(statistic_value) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'PACKET_LOSS') AS loss_mark,
    max(CASE verdict WHEN 'INSUFFICIENT_EVIDENCE' THEN '†' END) FILTER (WHERE parameter_code = 'AVAILABILITY') AS availability_mark
  FROM sla_verdicts
  WHERE level = 'ISP' AND period = :period AND policy_set = :policy_set
  GROUP BY isp_id
), violations AS (
  SELECT isp_id, count(*) AS violations
  FROM sla_violations
  WHERE measurement_period_start = :period AND policy_set = :policy_set AND parent_violation_id IS NULL
    AND deleted_at IS NULL
  GROUP BY isp_id
)
SELECT
  i.code AS row_key,
  s.compliance_rank AS rank,
  i.name_en AS name,
  i.name_bn AS name_bn,
  i.code,
  c.name_en AS category,
  s.overall_score AS score,
  CASE s.compliance_tier WHEN 'INSUFFICIENT_EVIDENCE' THEN 'Insufficient evidence' ELSE 'Not measured' END AS score_why,
  s.compliance_tier AS tier,
  s.speed_score,
  s.latency_score,
  s.availability_score,
  s.reporting_score,
  s.category_rank,
  s.size_class,
  s.size_rank,
  v.download, v.download_mark,
  v.latency, v.latency_mark,
  v.loss, v.loss_mark,
  v.availability, v.availability_mark,
  s.represented_pct AS represented,
  coalesce(n.violations, 0) AS violations
FROM isps i
JOIN isp_license_categories c ON c.id = i.license_category_id
LEFT JOIN compliance_scores s ON s.isp_id = i.id AND s.score_month = :period AND s.policy_set = :policy_set
LEFT JOIN verdicts v ON v.isp_id = i.id
LEFT JOIN violations n ON n.isp_id = i.id
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
ORDER BY s.compliance_rank NULLS LAST, s.compliance_tier, i.name_en, i.code
