-- Of the newest months with filings, how many ISPs filed which feed, and how.
SELECT
  to_char(period, 'YYYY-MM') AS period,
  feed,
  count(*) FILTER (WHERE state = 'ON_TIME') AS on_time,
  count(*) FILTER (WHERE state = 'LATE') AS late,
  count(*) FILTER (WHERE state = 'MISSING') AS missing
FROM filing_feeds
WHERE period > (SELECT max(period) FROM filing_feeds) - INTERVAL '3 months'
GROUP BY period, feed
ORDER BY filing_feeds.period DESC, feed COLLATE "C"
