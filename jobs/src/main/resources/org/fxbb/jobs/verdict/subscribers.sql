-- Active subscribers by ISP and district from the newest month before the period, whose filing was due before the period's end;
-- where there is none before, from the period's own month (spec 5.4).
WITH chosen AS (
  SELECT
    isp_id,
    coalesce(max(snapshot_month) FILTER (WHERE snapshot_month < :first), max(snapshot_month)) AS snapshot_month
  FROM subscriber_snapshots
  WHERE snapshot_month <= :first
  GROUP BY isp_id
)
SELECT s.isp_id, coalesce(l.district_code, '') AS district, sum(s.total_subscribers - s.suspended_subscribers) AS subscribers
FROM chosen c
JOIN subscriber_snapshots s ON s.isp_id = c.isp_id AND s.snapshot_month = c.snapshot_month
LEFT JOIN geo_locations l ON l.location_code = s.location_code
GROUP BY s.isp_id, coalesce(l.district_code, '')
