-- Busy hours of each day from the first of the month to the day (spec 5.1); a calendar row of the day wins, Ramadan for instance.
INSERT INTO busy_hours (starts_at, ends_at)
SELECT
  (d::date + make_interval(hours => coalesce(split_part(c.value, '-', 1)::integer, :busy_hours_from::integer))) AT TIME ZONE 'Asia/Dhaka',
  (d::date + make_interval(hours => coalesce(split_part(c.value, '-', 2)::integer, :busy_hours_to::integer))) AT TIME ZONE 'Asia/Dhaka'
FROM generate_series(date_trunc('month', :day::timestamp), :day::timestamp, interval '1 day') d
LEFT JOIN calendar_days c ON c.day = d::date AND c.kind = 'BUSY_HOURS'
