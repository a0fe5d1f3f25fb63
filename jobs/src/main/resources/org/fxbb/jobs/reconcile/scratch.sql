-- What one rule found, one row per ISP and grain; graded by grade.sql.
CREATE TEMPORARY TABLE reconcile_findings (
  isp_id bigint NOT NULL,
  did_not_run text,
  declared numeric,
  expected numeric,
  variance numeric,
  grain text,
  at_stake numeric,
  least_band text,
  warn_under numeric,
  investigate_under numeric
) ON COMMIT DROP
