-- One row per day of the month: values over all measured lines; percentiles by nearest rank over merged samples.
WITH days AS (
  SELECT generate_series(CAST(:period AS date), CAST(:period_end AS date) - 1, interval '1 day')::date AS day
), samples AS (
  SELECT q.day, q.parameter_code, s.value
  FROM qos_pop_day_values q
  CROSS JOIN LATERAL unnest(q.samples) AS s (value)
  WHERE q.day >= :period AND q.day < :period_end
    AND q.busy
    AND q.parameter_code IN ('DOWNLOAD_SPEED', 'UPLOAD_SPEED', 'LATENCY_NATIONAL', 'DNS')
), merged AS (
  SELECT
    day,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE parameter_code = 'DOWNLOAD_SPEED') AS download,
    percentile_disc(0.5) WITHIN GROUP (ORDER BY value) FILTER (WHERE parameter_code = 'UPLOAD_SPEED') AS upload,
    percentile_disc(0.95) WITHIN GROUP (ORDER BY value) FILTER (WHERE parameter_code = 'LATENCY_NATIONAL') AS latency,
    percentile_disc(0.95) WITHIN GROUP (ORDER BY value) FILTER (WHERE parameter_code = 'DNS') AS dns
  FROM samples
  GROUP BY day
), loss AS (
  SELECT day, 100.0 * sum(numerator) / nullif(sum(denominator), 0) AS loss
  FROM qos_pop_day_values
  WHERE day >= :period AND day < :period_end AND busy AND parameter_code = 'PACKET_LOSS'
  GROUP BY day
), slots AS (
  SELECT
    (slot_start AT TIME ZONE 'Asia/Dhaka')::date AS day,
    count(*) FILTER (WHERE status IN ('AVAILABLE', 'DEGRADED', 'POOR', 'OUTAGE')) AS judged,
    count(*) FILTER (WHERE status = 'OUTAGE') AS outage
  FROM availability_slots
  WHERE slot_start >= :period_start_at AND slot_start < :period_end_at
  GROUP BY 1
)
SELECT
  to_char(d.day, 'YYYY-MM-DD') AS row_key,
  d.day,
  m.download,
  m.upload,
  m.latency,
  l.loss,
  m.dns,
  100.0 * (s.judged - s.outage) / nullif(s.judged, 0) AS availability,
  s.judged AS slots
FROM days d
LEFT JOIN merged m ON m.day = d.day
LEFT JOIN loss l ON l.day = d.day
LEFT JOIN slots s ON s.day = d.day
ORDER BY d.day
