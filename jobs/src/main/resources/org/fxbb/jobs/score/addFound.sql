INSERT INTO found_scores (
  isp_id, overall_score, speed_score, latency_score, availability_score, reporting_score, compliance_tier,
  judged_weight_pct, represented_pct, service_deduction, reporting_deduction
)
SELECT
  isp_id, overall_score, speed_score, latency_score, availability_score, reporting_score, compliance_tier,
  judged_weight_pct, represented_pct, service_deduction, reporting_deduction
FROM unnest(?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[], ?::text[], ?::numeric[], ?::numeric[], ?::numeric[], ?::numeric[])
  AS f (
    isp_id, overall_score, speed_score, latency_score, availability_score, reporting_score, compliance_tier,
    judged_weight_pct, represented_pct, service_deduction, reporting_deduction)
