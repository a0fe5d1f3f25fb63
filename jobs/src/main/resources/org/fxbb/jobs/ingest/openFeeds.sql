INSERT INTO filing_feeds (isp_id, period, feed, state, updated_at)
SELECT :isp_id, :period, f.feed, 'MISSING', :now
FROM unnest(ARRAY['packages', 'subscribers', 'pops', 'revenue']) f (feed)
ON CONFLICT DO NOTHING
