-- One row per mandatory feed: who filed, when; every licensed, active ISP is counted once in each.
SELECT
  m.feed AS row_key,
  initcap(m.feed) AS feed,
  m.bn AS feed_bn,
  count(*) FILTER (WHERE f.state = 'ON_TIME') AS on_time,
  count(*) FILTER (WHERE f.state = 'LATE') AS late,
  count(*) FILTER (WHERE coalesce(f.state, 'MISSING') = 'MISSING') AS missing,
  count(*) AS isps,
  count(*) FILTER (WHERE f.with_errors AND f.state <> 'MISSING') AS with_errors
FROM (VALUES (1, 'packages', 'প্যাকেজ'), (2, 'subscribers', 'গ্রাহক'), (3, 'pops', 'পপ'), (4, 'revenue', 'রাজস্ব')) AS m (position, feed, bn)
CROSS JOIN isps i
LEFT JOIN filing_feeds f ON f.isp_id = i.id AND f.period = :period AND f.feed = m.feed
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
GROUP BY m.position, m.feed, m.bn
ORDER BY m.position
