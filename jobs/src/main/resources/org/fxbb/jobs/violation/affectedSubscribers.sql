-- The ISP's subscribers in the district / its active PoPs there (spec 5.5), per PoP; of an ISP those of the districts where it has PoPs, each once.
INSERT INTO affected_subscribers (isp_id, pop_id, subscribers)
WITH chosen AS (
  SELECT
    isp_id,
    coalesce(max(snapshot_month) FILTER (WHERE snapshot_month < :month), max(snapshot_month)) AS snapshot_month
  FROM subscriber_snapshots
  WHERE snapshot_month <= :month
  GROUP BY isp_id
),
districts AS (
  SELECT s.isp_id, l.district_code, sum(s.total_subscribers - s.suspended_subscribers) AS subscribers
  FROM chosen c
  JOIN subscriber_snapshots s ON s.isp_id = c.isp_id AND s.snapshot_month = c.snapshot_month
  JOIN geo_locations l ON l.location_code = s.location_code
  WHERE l.district_code IS NOT NULL
  GROUP BY s.isp_id, l.district_code
),
served AS (
  SELECT p.isp_id, p.id AS pop_id, l.district_code, count(*) OVER (PARTITION BY p.isp_id, l.district_code) AS pops
  FROM pops p
  JOIN geo_locations l ON l.location_code = p.location_code
  WHERE p.deleted_at IS NULL
    AND p.status = 'ACTIVE'
    AND p.valid_from <= :last
    AND (p.valid_to IS NULL OR p.valid_to >= :month)
)
SELECT s.isp_id, s.pop_id, round(d.subscribers::numeric / s.pops)
FROM served s
JOIN districts d ON d.isp_id = s.isp_id AND d.district_code = s.district_code
UNION ALL
SELECT d.isp_id, NULL, sum(d.subscribers)
FROM districts d
WHERE EXISTS (SELECT FROM served s WHERE s.isp_id = d.isp_id AND s.district_code = d.district_code)
GROUP BY d.isp_id
