-- D12 coverage (spec 5.8): places filed outside the licensed coverage; any is WARN, more than the band of the subscribers INVESTIGATE.
INSERT INTO reconcile_findings (isp_id, did_not_run, declared, expected, variance, grain, at_stake, least_band)
WITH places AS (
  SELECT isp_id, location_code, sum(subscribers) AS subscribers
  FROM (
    SELECT isp_id, location_code, total_subscribers AS subscribers
    FROM subscriber_snapshots
    WHERE snapshot_month = :period
    UNION ALL
    SELECT isp_id, location_code, 0
    FROM bandwidth_snapshots
    WHERE snapshot_month = :period AND upstream_type = ''
  ) filed
  GROUP BY isp_id, location_code
),
judged AS (
  SELECT
    p.isp_id,
    p.location_code,
    p.subscribers,
    NOT EXISTS (
      SELECT 1
      FROM isp_coverage_areas a
      WHERE a.isp_id = p.isp_id
        AND a.deleted_at IS NULL
        AND (a.effective_date IS NULL OR a.effective_date < :next)
        AND a.location_code IN ('BD', l.division_code, l.district_code, l.location_code)
    ) AS outside
  FROM places p
  JOIN geo_locations l ON l.location_code = p.location_code
),
summed AS (
  SELECT
    isp_id,
    sum(subscribers) AS subscribers,
    coalesce(sum(subscribers) FILTER (WHERE outside), 0) AS outside_subscribers,
    count(*) FILTER (WHERE outside) AS outside_places,
    min(location_code) FILTER (WHERE outside) AS first_outside
  FROM judged
  GROUP BY isp_id
)
SELECT
  i.id,
  CASE
    WHEN s.isp_id IS NULL THEN 'no subscribers or pops filing for the month'
    WHEN NOT EXISTS (SELECT 1 FROM isp_coverage_areas a WHERE a.isp_id = i.id AND a.deleted_at IS NULL) THEN 'no licensed coverage in the registry'
  END,
  s.outside_subscribers,
  0,
  CASE WHEN s.subscribers > 0 THEN s.outside_subscribers * 100.0 / s.subscribers ELSE 0 END,
  CASE WHEN s.outside_places = 1 THEN s.first_outside WHEN s.outside_places > 1 THEN s.first_outside || ' and ' || s.outside_places - 1 || ' more' END,
  s.outside_subscribers,
  CASE WHEN s.outside_places > 0 THEN 'WARN' END
FROM isps i
LEFT JOIN summed s ON s.isp_id = i.id
WHERE i.license_status = 'ACTIVE'
  AND i.deleted_at IS NULL
