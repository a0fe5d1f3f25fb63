-- The filings of the month in one row. An ISP is complete when all it owes is in force.
SELECT
  'nation' AS row_key,
  count(DISTINCT v.isp) AS isps,
  count(DISTINCT v.isp) - count(DISTINCT v.isp) FILTER (WHERE v.mandatory AND v.state NOT IN ('ACCEPTED', 'WITH_ERRORS', 'LATE')) AS complete,
  count(*) FILTER (WHERE v.mandatory) AS owed,
  count(*) FILTER (WHERE v.mandatory AND v.state IN ('ACCEPTED', 'WITH_ERRORS')) AS on_time,
  100.0 * count(*) FILTER (WHERE v.mandatory AND v.state IN ('ACCEPTED', 'WITH_ERRORS')) / nullif(count(*) FILTER (WHERE v.mandatory), 0) AS on_time_share,
  count(*) FILTER (WHERE v.mandatory AND v.state = 'LATE') AS late,
  count(*) FILTER (WHERE v.mandatory AND v.state = 'REJECTED') AS rejected,
  count(*) FILTER (WHERE v.mandatory AND v.state = 'WAITING') AS waiting,
  count(*) FILTER (WHERE v.mandatory AND v.state = 'DUE') AS due,
  count(*) FILTER (WHERE v.mandatory AND v.state = 'MISSING') AS missing,
  (SELECT count(*) FROM intake_down_days d WHERE d.day >= :period_end AND d.day < (CAST(:deadline AS timestamptz) AT TIME ZONE 'Asia/Dhaka')::date) AS down_days
FROM fxbb_arrivals(:period, :deadline, :now) v
