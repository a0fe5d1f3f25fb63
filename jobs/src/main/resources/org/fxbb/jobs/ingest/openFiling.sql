INSERT INTO filings (isp_id, period, state, updated_at)
VALUES (:isp_id, :period, 'OPEN', :now)
ON CONFLICT DO NOTHING
