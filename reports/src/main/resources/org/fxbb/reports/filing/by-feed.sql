-- One row per feed: each ISP with a licence in force is counted once, in one state.
SELECT
  v.feed AS row_key,
  CASE v.feed WHEN 'pops' THEN 'PoPs' ELSE initcap(v.feed) END || CASE WHEN v.mandatory THEN '' ELSE ' (optional)' END AS feed,
  CASE v.feed
    WHEN 'packages' THEN 'প্যাকেজ' WHEN 'subscribers' THEN 'গ্রাহক' WHEN 'pops' THEN 'পপ' WHEN 'revenue' THEN 'রাজস্ব'
    WHEN 'bandwidth' THEN 'ব্যান্ডউইডথ' WHEN 'incidents' THEN 'ঘটনা' ELSE 'অভিযোগ'
  END AS feed_bn,
  count(*) FILTER (WHERE v.state = 'ACCEPTED') AS accepted,
  count(*) FILTER (WHERE v.state = 'WITH_ERRORS') AS with_errors,
  count(*) FILTER (WHERE v.state = 'LATE') AS late,
  count(*) FILTER (WHERE v.state = 'REJECTED') AS rejected,
  count(*) FILTER (WHERE v.state = 'WAITING') AS waiting,
  count(*) FILTER (WHERE v.state = 'DUE') AS due,
  count(*) FILTER (WHERE v.state = 'MISSING') AS missing,
  count(*) FILTER (WHERE v.state = 'NOT_FILED') AS not_filed,
  count(*) AS isps
FROM fxbb_arrivals(:period, :deadline, :now) v
GROUP BY v.feed, v.feed_position, v.mandatory
ORDER BY v.feed_position
