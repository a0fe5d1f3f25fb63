-- Bands from discrepancy_rules; the worst grain speaks for the ISP. What a person decided (status) stays.
INSERT INTO discrepancy_detections AS d (discrepancy_rule_id, isp_id, period, band, did_not_run, declared_value, expected_value, variance_pct, direction, worst_grain, at_stake, months_running, partial, detected_at)
WITH banded AS (
  SELECT
    r.id AS rule_id,
    r.feeds,
    f.*,
    CASE
      WHEN f.did_not_run IS NOT NULL THEN NULL
      WHEN f.variance IS NULL THEN 'INVESTIGATE'
      WHEN f.variance > r.investigate_over OR f.variance < coalesce(f.investigate_under, r.investigate_under) THEN 'INVESTIGATE'
      WHEN f.variance > r.warn_over OR f.variance < coalesce(f.warn_under, r.warn_under) OR f.least_band = 'WARN' THEN 'WARN'
      ELSE 'OK'
    END AS band
  FROM reconcile_findings f
  JOIN discrepancy_rules r ON r.code = :rule
),
worst AS (
  SELECT DISTINCT ON (isp_id) *
  FROM banded
  ORDER BY
    isp_id,
    array_position(ARRAY['INVESTIGATE', 'WARN', 'OK'], band),
    abs(variance) DESC NULLS FIRST,
    grain
),
running AS (
  SELECT
    w.*,
    CASE WHEN w.band IN ('WARN', 'INVESTIGATE') THEN 1 + coalesce(b.months_running, 0) ELSE 0 END AS months
  FROM worst w
  LEFT JOIN discrepancy_detections b
    ON b.discrepancy_rule_id = w.rule_id AND b.isp_id = w.isp_id AND b.period = :previous
)
SELECT
  rule_id,
  isp_id,
  :period::date,
  CASE WHEN :rule = 'D02' AND band = 'WARN' AND months >= :d02_warn_months THEN 'INVESTIGATE' ELSE band END,
  did_not_run,
  CASE WHEN did_not_run IS NULL THEN declared END,
  CASE WHEN did_not_run IS NULL THEN expected END,
  CASE WHEN did_not_run IS NULL THEN round(variance, 4) END,
  CASE WHEN did_not_run IS NULL THEN CASE WHEN declared > expected THEN 'OVER' WHEN declared < expected THEN 'UNDER' ELSE 'EQUAL' END END,
  CASE WHEN did_not_run IS NULL THEN grain END,
  CASE WHEN did_not_run IS NULL THEN at_stake END,
  months,
  EXISTS (
    SELECT 1
    FROM filing_feeds g
    WHERE g.isp_id = running.isp_id AND g.period = :period AND g.with_errors AND g.feed = ANY (running.feeds)
  ),
  :now
FROM running
ON CONFLICT (discrepancy_rule_id, isp_id, period) DO UPDATE
SET
  band = excluded.band,
  did_not_run = excluded.did_not_run,
  declared_value = excluded.declared_value,
  expected_value = excluded.expected_value,
  variance_pct = excluded.variance_pct,
  direction = excluded.direction,
  worst_grain = excluded.worst_grain,
  at_stake = excluded.at_stake,
  months_running = excluded.months_running,
  partial = excluded.partial,
  detected_at = CASE WHEN d.band IS NOT DISTINCT FROM excluded.band THEN d.detected_at ELSE excluded.detected_at END
