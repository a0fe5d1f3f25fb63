-- Stores what was found. A violation that a person has taken up (any status but DETECTED) stays as it is.
-- Of a share, expected and actual are percents of tests; of loss and availability percents.
WITH figures AS (
  SELECT
    f.*,
    v.attained,
    CASE WHEN f.violation_type = 'REPORTING' THEN f.expected ELSE 100 * v.required END AS printed_expected,
    CASE WHEN f.violation_type = 'REPORTING' THEN f.actual ELSE 100 * v.attained END AS printed_actual,
    100 * v.attained_low AS low,
    100 * v.attained_high AS high,
    v.n,
    v.days,
    v.effective_n,
    v.statistic_value,
    v.limit_value,
    v.coverage_pct,
    v.represented_pct,
    t.id AS threshold_id,
    t.statistic,
    t.effective_date,
    t.legal_reference,
    CASE
      WHEN f.violation_type = 'SERVICE' THEN t.legal_status
      ELSE (
        SELECT r.legal_status
        FROM policy_values r
        WHERE r.policy_set = :policy_set
          AND r.name = CASE WHEN f.parameter_code = 'MEASUREMENT_ACCESS' THEN 'measurement-access.coverage' ELSE 'filing.due-day' END
          AND r.effective_date <= :month
          AND (r.expiry_date IS NULL OR r.expiry_date > :month)
        ORDER BY r.effective_date DESC
        LIMIT 1)
    END AS legal_status
  FROM found_violations f
  LEFT JOIN sla_verdicts v
    ON v.policy_set = :policy_set
    AND v.period = :month
    AND v.parameter_code = f.parameter_code
    AND v.isp_id = f.isp_id
    AND v.pop_id IS NOT DISTINCT FROM f.pop_id
    AND v.level = CASE WHEN f.pop_id IS NULL THEN 'ISP' ELSE 'POP' END
  LEFT JOIN sla_thresholds t ON t.id = v.threshold_id
)
INSERT INTO sla_violations AS s (
  id, isp_id, pop_id, parent_violation_id, violation_type, parameter_code, measurement_period_start, measurement_period_end,
  verdict, severity, legal_effect, scored, expected, actual, deviation_pct, interval_low, interval_high, n, days,
  affected_subscribers, evidence, policy_set, detected_at
)
SELECT
  f.id,
  f.isp_id,
  f.pop_id,
  f.parent_id,
  f.violation_type,
  f.parameter_code,
  :month,
  :last,
  'BREACHES',
  f.severity,
  CASE WHEN f.legal_status = 'GAZETTED' THEN 'BINDING' ELSE 'INDICATIVE' END,
  f.parent_id IS NULL,
  f.printed_expected,
  f.printed_actual,
  CASE WHEN f.printed_expected <> 0 THEN (f.printed_actual - f.printed_expected) / f.printed_expected * 100 END,
  f.low,
  f.high,
  f.n,
  f.days,
  a.subscribers,
  jsonb_strip_nulls(jsonb_build_object(
    'statistic', f.statistic,
    'statistic_value', CASE WHEN f.statistic_value < 'Infinity' THEN f.statistic_value END,
    'limit', f.limit_value,
    'attained', f.attained,
    'required', f.printed_expected,
    'interval', CASE WHEN f.low IS NOT NULL THEN jsonb_build_array(f.low, f.high) END,
    'n', f.n,
    'days', f.days,
    'effective_n', f.effective_n,
    'coverage_pct', f.coverage_pct,
    'represented_pct', f.represented_pct,
    'late_days', CASE WHEN f.parameter_code LIKE 'FILING%' THEN f.actual END,
    'policy', jsonb_build_object('set', :policy_set::text, 'effective_date', f.effective_date, 'legal_status', f.legal_status, 'legal_reference', f.legal_reference)
  )),
  :policy_set,
  :now
FROM figures f
LEFT JOIN affected_subscribers a
  ON a.isp_id = f.isp_id
  AND a.pop_id IS NOT DISTINCT FROM f.pop_id
  AND f.violation_type = 'SERVICE'
ORDER BY f.parent_id NULLS FIRST
ON CONFLICT (id) DO UPDATE
SET
  parent_violation_id = excluded.parent_violation_id,
  severity = excluded.severity,
  legal_effect = excluded.legal_effect,
  scored = excluded.scored,
  expected = excluded.expected,
  actual = excluded.actual,
  deviation_pct = excluded.deviation_pct,
  interval_low = excluded.interval_low,
  interval_high = excluded.interval_high,
  n = excluded.n,
  days = excluded.days,
  affected_subscribers = excluded.affected_subscribers,
  evidence = excluded.evidence,
  policy_set = excluded.policy_set,
  updated_at = excluded.detected_at
WHERE s.status = 'DETECTED'
