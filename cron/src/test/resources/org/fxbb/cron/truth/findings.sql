-- Everything the engine holds against anybody, in the words of AnswerKey.
WITH times AS (
  SELECT
    :first::date::timestamp AT TIME ZONE 'Asia/Dhaka' AS from_time,
    :after::date::timestamp AT TIME ZONE 'Asia/Dhaka' AS to_time
),
odd_slots AS (
  SELECT
    p.code AS pop,
    s.status,
    s.slot_start,
    s.slot_start - make_interval(mins => 15 * (row_number() OVER (PARTITION BY s.pop_id, s.status ORDER BY s.slot_start))::integer) AS run
  FROM availability_slots s
  JOIN pops p ON p.id = s.pop_id
  CROSS JOIN times t
  WHERE s.slot_start >= t.from_time
    AND s.slot_start < t.to_time
    AND s.status IN ('NOT_MEASURED', 'UNKNOWN', 'EXCLUDED')
)
SELECT concat_ws(' | ', 'violation', i.code, coalesce(p.code, '-'), v.parameter_code)
FROM sla_violations v
JOIN isps i ON i.id = v.isp_id
LEFT JOIN pops p ON p.id = v.pop_id
WHERE v.deleted_at IS NULL
UNION ALL
SELECT concat_ws(' | ', 'discrepancy', i.code, r.code, d.band)
FROM discrepancy_detections d
JOIN discrepancy_rules r ON r.id = d.discrepancy_rule_id
JOIN isps i ON i.id = d.isp_id
WHERE d.band <> 'OK'
UNION ALL
SELECT concat_ws(' | ', 'outage', p.code, to_char(o.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), to_char(o.ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
FROM outages o
JOIN pops p ON p.id = o.pop_id
UNION ALL
SELECT concat_ws(' | ', 'lone outage slot', p.code, s.slot_start::text)
FROM availability_slots s
JOIN pops p ON p.id = s.pop_id
WHERE s.status = 'OUTAGE'
  AND NOT EXISTS (
    SELECT 1 FROM outages o
    WHERE o.pop_id = s.pop_id AND o.started_at <= s.slot_start AND o.ended_at > s.slot_start)
UNION ALL
SELECT concat_ws(' | ', 'slots', pop, status, to_char(min(slot_start) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), to_char((max(slot_start) + interval '15 minutes') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
FROM odd_slots
GROUP BY pop, status, run
UNION ALL
SELECT concat_ws(' | ', 'filing', i.code, f.feed, f.state)
FROM filing_feeds f
JOIN isps i ON i.id = f.isp_id
WHERE f.state <> 'ON_TIME'
  AND f.period <= :period
UNION ALL
SELECT concat_ws(' | ', 'quarantine', f.file_name, q.code, count(*))
FROM quarantined_rows q
JOIN submission_files f ON f.id = q.submission_file_id AND f.received_at = q.file_received_at
WHERE f.state NOT IN ('REJECTED', 'WAITING', 'DUPLICATE')
GROUP BY f.file_name, q.code
UNION ALL
SELECT concat_ws(' | ', 'reset', p.code, to_char(m.time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), count(*))
FROM ts_interface_metrics m
JOIN pops p ON p.id = m.pop_id
CROSS JOIN times t
WHERE m.time >= t.from_time
  AND m.time < t.to_time
  AND m.data_quality IN ('RESET', 'UNRELIABLE')
GROUP BY p.code, m.time
UNION ALL
SELECT concat_ws(' | ', 'repeated', f.file_name, f.submissions_duplicate)
FROM submission_files f
WHERE f.submissions_duplicate > 0
  AND f.state <> 'DUPLICATE'
UNION ALL
SELECT concat_ws(' | ', 'file', f.file_name, f.state)
FROM submission_files f
WHERE f.state NOT IN ('ACCEPTED', 'ACCEPTED_WITH_ERRORS')
  OR (f.state = 'ACCEPTED_WITH_ERRORS' AND f.inbox <> 'AGENT')
