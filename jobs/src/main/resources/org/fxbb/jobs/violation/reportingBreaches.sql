-- What becomes a REPORTING violation of the month (spec 5.5): a mandatory feed that is late, or of which nothing is in force once its
-- deadline has passed, by the arrivals that everybody is shown;
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
    v.isp_id,
    v.isp,
    'FILING_' || upper(v.feed) AS parameter_code,
    CASE
      WHEN v.state = 'LATE' AND v.days_late <= :reporting_low_days THEN 'LOW'
      WHEN v.state = 'LATE' AND v.days_late <= :reporting_medium_days THEN 'MEDIUM'
      ELSE 'HIGH'
    END AS severity,
    CASE WHEN v.state = 'LATE' THEN v.days_late END::double precision AS actual
  FROM fxbb_arrivals(:month, :deadline, :now) v
  WHERE v.mandatory AND (v.state = 'LATE' OR v.overdue)
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
