-- The state of each mandatory filing of each licensed, active ISP.
SELECT
  i.code || '-' || m.feed AS row_key,
  i.code AS isp_code,
  initcap(m.feed) AS feed,
  m.bn AS feed_bn,
  coalesce(f.state, 'MISSING') AS state,
  to_char(f.first_received_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS received,
  CASE WHEN f.state = 'LATE' THEN f.late_days END AS late_days,
  CASE WHEN f.with_errors THEN 'with errors' ELSE '' END AS remark
FROM isps i
CROSS JOIN (VALUES (1, 'packages', 'প্যাকেজ'), (2, 'subscribers', 'গ্রাহক'), (3, 'pops', 'পপ'), (4, 'revenue', 'রাজস্ব')) AS m (position, feed, bn)
LEFT JOIN filing_feeds f ON f.isp_id = i.id AND f.period = :period AND f.feed = m.feed
WHERE i.license_status = 'ACTIVE' AND i.deleted_at IS NULL
ORDER BY i.code, m.position
