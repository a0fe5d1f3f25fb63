DELETE FROM outages o
USING outage_windows w
WHERE o.pop_id = w.pop_id
  AND o.started_at < w.ends_at
  AND o.ended_at > w.starts_at
