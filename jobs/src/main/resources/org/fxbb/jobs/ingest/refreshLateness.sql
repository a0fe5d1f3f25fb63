-- State and days of the feeds in force, by the deadline as it is known now. Begun days count.
UPDATE filing_feeds f
SET state = n.state, late_days = n.late_days, updated_at = now()
FROM (
  SELECT
    isp_id,
    period,
    feed,
    CASE WHEN first_received_at < :deadline THEN 'ON_TIME' ELSE 'LATE' END AS state,
    CASE WHEN first_received_at < :deadline THEN 0 ELSE 1 + floor(extract(epoch FROM first_received_at - CAST(:deadline AS timestamptz)) / 86400)::integer END AS late_days
  FROM filing_feeds
  WHERE period = :period AND first_received_at IS NOT NULL
) n
WHERE f.isp_id = n.isp_id AND f.period = n.period AND f.feed = n.feed
  AND (f.state <> n.state OR f.late_days IS DISTINCT FROM n.late_days)
