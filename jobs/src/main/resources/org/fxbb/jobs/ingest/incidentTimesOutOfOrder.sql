-- Each time against the latest of those before it in the course of an incident.
SELECT row_number, column_name, to_char(happened_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS found, to_char(latest AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS expected
FROM (
  SELECT
    s.row_number,
    c.place,
    c.column_name,
    c.happened_at,
    max(c.happened_at) OVER (PARTITION BY s.row_number ORDER BY c.place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
  FROM staged_filing_incidents s
  CROSS JOIN LATERAL (
    VALUES
      (1, 'detected_time', s.detected_time),
      (2, 'reported_time', s.reported_time),
      (3, 'acknowledged_time', s.acknowledged_time),
      (4, 'work_started_time', s.work_started_time),
      (5, 'resolved_time', s.resolved_time)
  ) c (place, column_name, happened_at)
) t
WHERE happened_at < latest
ORDER BY row_number, place
