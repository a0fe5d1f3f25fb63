-- Ranks and trend (spec 5.6): competition rank (1, 1, 3) on the overall score alone, nationally and within licence category and size
-- class; an ISP without a score has no rank. Every active licensed ISP has a row.
WITH chosen AS (
  SELECT
    isp_id,
    coalesce(max(snapshot_month) FILTER (WHERE snapshot_month < :month), max(snapshot_month)) AS snapshot_month
  FROM subscriber_snapshots
  WHERE snapshot_month <= :month
  GROUP BY isp_id
),
sizes AS (
  SELECT s.isp_id, sum(s.total_subscribers - s.suspended_subscribers) AS subscribers
  FROM chosen c
  JOIN subscriber_snapshots s ON s.isp_id = c.isp_id AND s.snapshot_month = c.snapshot_month
  GROUP BY s.isp_id
),
classed AS (
  SELECT
    f.*,
    i.license_category_id,
    CASE
      WHEN z.subscribers IS NULL THEN 'UNKNOWN'
      WHEN z.subscribers < 1000 THEN '<1000'
      WHEN z.subscribers < 10000 THEN '<10000'
      WHEN z.subscribers < 100000 THEN '<100000'
      ELSE '>=100000'
    END AS size_class,
    b.overall_score AS previous_score
  FROM found_scores f
  JOIN isps i ON i.id = f.isp_id
  LEFT JOIN sizes z ON z.isp_id = f.isp_id
  LEFT JOIN compliance_scores b
    ON b.isp_id = f.isp_id
    AND b.policy_set = :policy_set
    AND b.score_month = (:month::date - interval '1 month')::date
)
INSERT INTO compliance_scores (
  isp_id, score_month, policy_set, overall_score, speed_score, latency_score, availability_score, reporting_score,
  compliance_tier, compliance_rank, category_rank, size_class, size_rank, judged_weight_pct, represented_pct,
  service_deduction, reporting_deduction, previous_score, trend, partial
)
SELECT
  isp_id, :month, :policy_set, overall_score, speed_score, latency_score, availability_score, reporting_score,
  compliance_tier,
  CASE WHEN overall_score IS NOT NULL THEN rank() OVER (ORDER BY overall_score DESC NULLS LAST) END,
  CASE WHEN overall_score IS NOT NULL THEN rank() OVER (PARTITION BY license_category_id ORDER BY overall_score DESC NULLS LAST) END,
  size_class,
  CASE WHEN overall_score IS NOT NULL THEN rank() OVER (PARTITION BY size_class ORDER BY overall_score DESC NULLS LAST) END,
  judged_weight_pct, represented_pct, service_deduction, reporting_deduction, previous_score,
  CASE
    WHEN overall_score - previous_score >= :trend_dead_band THEN 'UP'
    WHEN overall_score - previous_score <= -:trend_dead_band THEN 'DOWN'
    WHEN overall_score IS NOT NULL AND previous_score IS NOT NULL THEN 'STEADY'
  END,
  :partial
FROM classed
