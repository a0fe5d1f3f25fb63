-- PoP-days of the period that must be judged although no new row says so: those with fewer slots than are due by now, those that a
-- window may exclude, and those whose upstream capacity was filed anew.
WITH days AS (
  SELECT d::date AS day, d::date::timestamp AT TIME ZONE 'Asia/Dhaka' AS starts_at
  FROM generate_series(:first::timestamp, :last::timestamp, interval '1 day') d
),
due AS (
  SELECT DISTINCT p.id AS pop_id, p.isp_id, d.day, d.starts_at
  FROM days d
  JOIN pops p
    ON p.status = 'ACTIVE'
    AND p.deleted_at IS NULL
    AND p.valid_from <= d.day
    AND (p.valid_to IS NULL OR p.valid_to >= d.day)
  JOIN agent_pop_assignments x
    ON x.pop_id = p.id
    AND x.valid_from <= d.day
    AND (x.valid_to IS NULL OR x.valid_to >= d.day)
  JOIN software_agents a
    ON a.id = x.agent_id
    AND a.agent_type = 'QOS_AGENT'
    AND a.status = 'ACTIVE'
    AND a.deleted_at IS NULL
    AND a.valid_from <= d.day
)
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT 0, 'availability_slots', d.pop_id, d.isp_id, d.starts_at
FROM due d
-- By PoP, so that a day costs the same at the end of a month as at its beginning.
CROSS JOIN LATERAL (
  SELECT count(*) AS slots
  FROM availability_slots s
  WHERE s.pop_id = d.pop_id
    AND s.slot_start >= d.starts_at
    AND s.slot_start < d.starts_at + interval '1 day'
    AND s.slot_start >= :from
    AND s.slot_start < :to
) j
WHERE j.slots < (
  SELECT count(*)
  FROM generate_series(d.starts_at, d.starts_at + interval '1 day' - interval '15 minutes', interval '15 minutes') s
  WHERE s + interval '15 minutes' + make_interval(mins => :slot_judge_after_minutes::integer) <= :now
)
UNION
SELECT 0, 'availability_slots', d.pop_id, d.isp_id, d.starts_at
FROM due d
JOIN maintenance_windows w ON w.pop_id = d.pop_id AND w.starts_at < d.starts_at + interval '1 day' AND w.ends_at > d.starts_at
WHERE d.starts_at < :now
UNION
SELECT 0, 'availability_slots', v.pop_id, v.isp_id, v.day::timestamp AT TIME ZONE 'Asia/Dhaka'
FROM day_pops p
JOIN qos_pop_day_values v ON v.pop_id = p.pop_id
LEFT JOIN (SELECT pop_id, sum(bps)::bigint AS bps FROM upstream_capacity GROUP BY pop_id) c ON c.pop_id = v.pop_id
WHERE v.day >= :first
  AND v.day <= :last
  AND v.parameter_code = 'UTILISATION'
  AND v.busy
  AND v.numerator IS DISTINCT FROM c.bps
