-- UTILISATION of a PoP and day (spec 5.2): one sample per 5-minute poll, the busiest of its upstream types; of a type the larger
-- direction summed over its interfaces, all of which must have answered. numerator keeps the capacities used, in bit/s, so that a later filing is noticed.
WITH samples AS (
  -- One PoP at a time in the order of its index, so that no sort is larger than its day of polls.
  SELECT
    p.pop_id,
    u.poll,
    EXISTS (SELECT FROM busy_hours b WHERE u.poll >= b.starts_at AND u.poll < b.ends_at) AS busy,
    u.utilisation
  FROM day_pops p
  CROSS JOIN LATERAL (
    SELECT l.poll, max(greatest(l.in_bps, l.out_bps) * 100 / l.bps)::real AS utilisation
    FROM (
      SELECT i.poll, i.bps, sum(i.in_bps) AS in_bps, sum(i.out_bps) AS out_bps
      FROM (
        SELECT n.upstream_type_id, n.id, n.bps, n.interfaces, t.poll, max(t.in_bps) AS in_bps, max(t.out_bps) AS out_bps
        FROM (
          SELECT s.id, s.pop_id, c.upstream_type_id, c.bps, c.interfaces
          FROM upstream_capacity c
          JOIN snmp_targets s ON s.pop_id = c.pop_id AND s.upstream_type_id = c.upstream_type_id AND s.deleted_at IS NULL
          WHERE c.pop_id = p.pop_id
        ) n
        CROSS JOIN LATERAL (
          SELECT date_bin('5 minutes', m.time, :from) AS poll, m.in_bps, m.out_bps
          FROM ts_interface_metrics m
          WHERE m.pop_id = n.pop_id
            AND m.snmp_target_id = n.id
            AND m.time >= :from
            AND m.time < :to
            AND m.data_quality = 'RELIABLE'
          OFFSET 0
        ) t
        GROUP BY n.upstream_type_id, n.id, n.bps, n.interfaces, t.poll
      ) i
      GROUP BY i.upstream_type_id, i.poll, i.bps, i.interfaces
      HAVING count(*) = i.interfaces
    ) l
    GROUP BY l.poll
  ) u
),
due AS (
  SELECT g.busy, count(*) AS due
  FROM (
    SELECT EXISTS (SELECT FROM busy_hours b WHERE s >= b.starts_at AND s < b.ends_at) AS busy
    FROM generate_series(:from, :to - interval '5 minutes', interval '5 minutes') s
    WHERE s + interval '5 minutes' + make_interval(mins => :slot_judge_after_minutes::integer) <= :now
  ) g
  GROUP BY g.busy
)
INSERT INTO qos_pop_day_values (pop_id, isp_id, day, parameter_code, busy, samples, failures, tests, due, numerator)
SELECT
  p.pop_id,
  p.isp_id,
  :day,
  'UTILISATION',
  f.busy,
  coalesce(array_agg(s.utilisation ORDER BY s.utilisation) FILTER (WHERE s.utilisation IS NOT NULL), '{}'),
  0,
  count(s.utilisation),
  coalesce(min(d.due), 0),
  (SELECT sum(c.bps)::bigint FROM upstream_capacity c WHERE c.pop_id = p.pop_id)
FROM day_pops p
CROSS JOIN (VALUES (true), (false)) f (busy)
LEFT JOIN due d ON d.busy = f.busy
LEFT JOIN samples s ON s.pop_id = p.pop_id AND s.busy = f.busy
WHERE p.snmp_agents > 0
  OR EXISTS (SELECT FROM samples x WHERE x.pop_id = p.pop_id)
GROUP BY p.pop_id, p.isp_id, f.busy
