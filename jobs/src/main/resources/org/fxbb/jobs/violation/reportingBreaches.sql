-- What becomes a REPORTING violation of the month (spec 5.5): a mandatory feed that is late, or missing once its deadline has passed;
-- and measurement access: slots lost to the agent or UNKNOWN, in this month and another of the two before.
WITH active AS (
  SELECT id, code
  FROM isps
  WHERE deleted_at IS NULL
    AND license_status = 'ACTIVE'
    AND (issue_date IS NULL OR issue_date <= :last)
),
filings AS (
  SELECT
    a.id AS isp_id,
    a.code AS isp,
    'FILING_' || upper(m.feed) AS parameter_code,
    CASE
      WHEN f.state = 'LATE' AND f.late_days <= :reporting_low_days THEN 'LOW'
      WHEN f.state = 'LATE' AND f.late_days <= :reporting_medium_days THEN 'MEDIUM'
      ELSE 'HIGH'
    END AS severity,
    f.late_days::double precision AS actual
  FROM active a
  CROSS JOIN (VALUES ('packages'), ('subscribers'), ('pops'), ('revenue')) m (feed)
  LEFT JOIN filing_feeds f ON f.isp_id = a.id AND f.period = :month AND f.feed = m.feed
  WHERE f.state = 'LATE'
    OR (coalesce(f.state, 'MISSING') = 'MISSING' AND :deadline <= :now)
),
lost AS (
  SELECT
    s.isp_id,
    date_trunc('month', s.slot_start AT TIME ZONE 'Asia/Dhaka')::date AS month,
    100.0 * count(*) FILTER (WHERE NOT (s.status = 'UNKNOWN' OR (s.status = 'NOT_MEASURED' AND s.reason IN ('AGENT_SILENT', 'AGENT_FAULT')))) / count(*) AS access
  FROM availability_slots s
  WHERE s.slot_start >= :three_months_from
    AND s.slot_start < :to
    AND s.status <> 'EXCLUDED'
  GROUP BY 1, 2
),
access AS (
  SELECT l.isp_id, a.code AS isp, l.access
  FROM lost l
  JOIN active a ON a.id = l.isp_id
  WHERE l.month = :month
    AND l.access < :measurement_access_coverage
    AND EXISTS (
      SELECT FROM lost e
      WHERE e.isp_id = l.isp_id AND e.month < :month AND e.access < :measurement_access_coverage
    )
)
SELECT isp_id, isp, parameter_code, severity, 0 AS expected, actual
FROM filings
UNION ALL
SELECT isp_id, isp, 'MEASUREMENT_ACCESS', 'MEDIUM', :measurement_access_coverage, access
FROM access
ORDER BY 2, 3
