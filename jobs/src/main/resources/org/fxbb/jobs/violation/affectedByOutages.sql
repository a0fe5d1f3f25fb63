-- Outages of the month get the subscribers they affected; an outage that crosses the month's end belongs to the month it began in.
UPDATE outages o
SET affected_subscribers = a.subscribers
FROM affected_subscribers a
WHERE a.pop_id = o.pop_id
  AND o.started_at >= :from
  AND o.started_at < :to
  AND o.affected_subscribers IS DISTINCT FROM a.subscribers
