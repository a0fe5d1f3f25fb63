-- One row per licensed, active ISP: the state of each mandatory feed.
SELECT
  i.code AS row_key,
  i.code AS isp,
  i.name_en AS name,
  i.name_bn AS name_bn,
  coalesce(max(f.state) FILTER (WHERE f.feed = 'packages'), 'MISSING') AS packages,
  coalesce(max(f.state) FILTER (WHERE f.feed = 'subscribers'), 'MISSING') AS subscribers,
  coalesce(max(f.state) FILTER (WHERE f.feed = 'pops'), 'MISSING') AS pops,
  coalesce(max(f.state) FILTER (WHERE f.feed = 'revenue'), 'MISSING') AS revenue,
  max(f.late_days) FILTER (WHERE f.state = 'LATE' AND f.feed IN ('packages', 'subscribers', 'pops', 'revenue')) AS late_days,
  count(*) FILTER (WHERE f.state = 'ON_TIME' AND f.feed IN ('packages', 'subscribers', 'pops', 'revenue')) = 4 AS complete
FROM isps i
LEFT JOIN filing_feeds f ON f.isp_id = i.id AND f.period = :period
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
GROUP BY i.code, i.name_en, i.name_bn
ORDER BY i.code
