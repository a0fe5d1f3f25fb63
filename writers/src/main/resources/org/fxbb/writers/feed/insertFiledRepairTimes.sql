-- An incident that ends before it begins (incident_times_out_of_order) is resolved, but its length is unknown.
INSERT INTO mttr_summaries (isp_id, summary_month, source, events, resolved, mean_minutes, median_minutes, p95_minutes)
SELECT
  isp_id,
  summary_month,
  'FILED',
  count(*),
  count(resolved_at),
  round(avg(minutes), 2),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY minutes),
  percentile_disc(0.95) WITHIN GROUP (ORDER BY minutes)
FROM (
  SELECT
    isp_id,
    coalesce(date_trunc('month', resolved_at AT TIME ZONE 'Asia/Dhaka')::date, period) AS summary_month,
    resolved_at,
    CASE WHEN resolved_at >= detected_at THEN round(extract(epoch FROM resolved_at - detected_at) / 60, 2) END AS minutes
  FROM incidents
  WHERE isp_id = :isp_id AND deleted_at IS NULL
) i
GROUP BY isp_id, summary_month
