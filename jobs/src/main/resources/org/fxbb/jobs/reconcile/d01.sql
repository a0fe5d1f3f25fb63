-- D01 subscribers against sessions (spec 5.8): r = p95 over the month of the ISP's sessions per poll / declared active subscribers.
INSERT INTO reconcile_findings (isp_id, did_not_run, declared, expected, variance, at_stake, warn_under, investigate_under)
WITH declared AS (
  SELECT
    s.isp_id,
    sum(s.total_subscribers - s.suspended_subscribers) AS active
  FROM subscriber_snapshots s
  JOIN packages p ON p.id = s.package_id
  JOIN package_types t ON t.code = p.package_type
  WHERE s.snapshot_month = :period
    AND t.session_based
  GROUP BY s.isp_id
),
readings AS (
  SELECT
    isp_id,
    date_bin('15 minutes', time, :from::timestamptz) AS poll,
    bras_id,
    max(active_sessions) AS sessions
  FROM ts_subscriber_counts
  WHERE time >= :from
    AND time < :to
  GROUP BY isp_id, poll, bras_id
),
bras AS (
  SELECT isp_id, count(DISTINCT bras_id) AS due
  FROM readings
  GROUP BY isp_id
),
polls AS (
  SELECT isp_id, poll, sum(sessions) AS sessions, count(sessions) AS seen
  FROM readings
  GROUP BY isp_id, poll
),
seen AS (
  SELECT
    p.isp_id,
    percentile_disc(0.95) WITHIN GROUP (ORDER BY p.sessions) FILTER (WHERE p.seen = b.due) AS sessions,
    100.0 * count(*) FILTER (WHERE p.seen = b.due) / count(*) AS complete_pct
  FROM polls p
  JOIN bras b ON b.isp_id = p.isp_id
  GROUP BY p.isp_id
),
compared AS (
  SELECT
    i.id AS isp_id,
    c.code AS category,
    CASE WHEN d.active < 1000 THEN 1 WHEN d.active < 10000 THEN 2 WHEN d.active < 100000 THEN 3 ELSE 4 END AS size_class,
    CASE
      WHEN d.active IS NULL THEN 'no subscribers filing of session-based packages for the month'
      WHEN s.isp_id IS NULL THEN 'no BRAS of the ISP was polled in the month'
      WHEN s.complete_pct < (SELECT minimum_evidence FROM discrepancy_rules WHERE code = 'D01') THEN 'too few polls saw every BRAS'
    END AS did_not_run,
    d.active,
    s.sessions
  FROM isps i
  JOIN isp_license_categories c ON c.id = i.license_category_id
  LEFT JOIN declared d ON d.isp_id = i.id
  LEFT JOIN seen s ON s.isp_id = i.id
  WHERE i.license_status = 'ACTIVE'
    AND i.deleted_at IS NULL
),
peers AS (
  SELECT
    a.isp_id,
    count(*) AS peers,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY b.sessions::numeric / b.active) AS median
  FROM compared a
  JOIN compared b ON b.category = a.category AND b.size_class = a.size_class AND b.isp_id <> a.isp_id
  WHERE a.did_not_run IS NULL
    AND b.did_not_run IS NULL
    AND b.active > 0
  GROUP BY a.isp_id
)
SELECT
  c.isp_id,
  c.did_not_run,
  c.active,
  c.sessions,
  CASE WHEN c.active > 0 THEN c.sessions::numeric / c.active WHEN c.sessions = 0 THEN 1 END,
  abs(c.active - c.sessions),
  CASE WHEN p.peers >= :d01_peers THEN p.median * :d01_peers_warn END,
  CASE WHEN p.peers >= :d01_peers THEN p.median * :d01_peers_investigate END
FROM compared c
LEFT JOIN peers p ON p.isp_id = c.isp_id
