INSERT INTO filings (isp_id, period, state, due_at, down_days, updated_at)
VALUES (:isp_id, :period, 'OPEN', :due_at, :down_days, :now)
ON CONFLICT (isp_id, period) DO UPDATE
SET due_at = excluded.due_at, down_days = excluded.down_days, updated_at = excluded.updated_at
WHERE filings.due_at IS DISTINCT FROM excluded.due_at OR filings.down_days IS DISTINCT FROM excluded.down_days
