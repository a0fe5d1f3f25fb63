-- Mandatory feeds of the month by state.
SELECT
  isp_id,
  count(*) FILTER (WHERE state = 'ON_TIME') AS on_time,
  count(*) FILTER (WHERE state = 'LATE') AS late
FROM filing_feeds
WHERE period = :month
  AND feed IN ('packages', 'subscribers', 'pops', 'revenue')
GROUP BY isp_id
