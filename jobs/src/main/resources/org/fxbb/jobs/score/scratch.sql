CREATE TEMPORARY TABLE IF NOT EXISTS found_scores (
  isp_id bigint PRIMARY KEY,
  overall_score numeric(6, 2),
  speed_score numeric(6, 2),
  latency_score numeric(6, 2),
  availability_score numeric(6, 2),
  reporting_score numeric(6, 2),
  compliance_tier text NOT NULL,
  judged_weight_pct numeric(6, 2) NOT NULL,
  represented_pct numeric(6, 2),
  service_deduction numeric(6, 2),
  reporting_deduction numeric(6, 2)
) ON COMMIT DROP;
TRUNCATE found_scores;
