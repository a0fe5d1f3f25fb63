UPDATE filings f
SET state = 'CLOSED', updated_at = :now
WHERE f.isp_id = :isp_id AND f.period = :period AND f.state <> 'CLOSED'
  AND EXISTS (SELECT FROM month_closings m WHERE m.period = f.period AND m.month_closed_at <= :now)
