UPDATE filings f
SET state = 'COMPLETE', updated_at = :now
WHERE f.isp_id = :isp_id AND f.period = :period AND f.state = 'OPEN'
  AND NOT EXISTS (
    SELECT FROM filing_feeds d
    WHERE d.isp_id = f.isp_id AND d.period = f.period AND d.state = 'MISSING')
