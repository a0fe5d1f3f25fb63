-- Every outage that began in the month.
SELECT
  i.code || '-' || p.code || '-' || to_char(o.started_at AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MI') AS row_key,
  i.code AS isp,
  i.name_en AS name,
  i.name_bn AS name_bn,
  p.code AS pop,
  to_char(o.started_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS started,
  CASE WHEN o.is_open THEN 'open' ELSE to_char(o.ended_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') END AS ended,
  o.minutes,
  o.witness,
  o.affected_subscribers AS subscribers
FROM outages o
JOIN pops p ON p.id = o.pop_id
JOIN isps i ON i.id = o.isp_id
WHERE o.started_at >= :period_start_at AND o.started_at < :period_end_at
ORDER BY i.code, p.code, o.started_at
