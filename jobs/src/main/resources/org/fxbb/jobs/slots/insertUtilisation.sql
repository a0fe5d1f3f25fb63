-- UTILISATION of a PoP and day (spec 5.2): one sample per 5-minute poll, the busiest of its upstream types; of a type the larger
-- direction summed over its interfaces, all of which must have answered. numerator keeps the capacities used, in bit/s, so that a later filing is noticed.
WITH interface_polls AS (
  SELECT p.pop_id, c.upstream_type_id, date_bin('5 minutes', t.time, :from) AS poll, n.id, max(t.in_bps) AS in_bps, max(t.out_bps) AS out_bps
  FROM day_pops p
  JOIN upstream_capacity c ON c.pop_id = p.pop_id
  JOIN snmp_targets n ON n.pop_id = c.pop_id AND n.upstream_type_id = c.upstream_type_id AND n.deleted_at IS NULL
  JOIN ts_interface_metrics t ON t.pop_id = n.pop_id AND t.snmp_target_id = n.id
  WHERE t.time >= :from
    AND t.time < :to
    AND t.data_quality = 'RELIABLE'
  GROUP BY 1, 2, 3, 4
),
polls AS (
  SELECT pop_id, upstream_type_id, poll, sum(in_bps) AS in_bps, sum(out_bps) AS out_bps, count(*) AS interfaces
  FROM interface_polls
  GROUP BY pop_id, upstream_type_id, poll
),
samples AS (
  SELECT
    l.pop_id,
    l.poll,
    EXISTS (SELECT FROM busy_hours b WHERE l.poll >= b.starts_at AND l.poll < b.ends_at) AS busy,
    max(greatest(l.in_bps, l.out_bps) * 100 / c.bps)::real AS utilisation
  FROM polls l
  JOIN upstream_capacity c ON c.pop_id = l.pop_id AND c.upstream_type_id = l.upstream_type_id
  WHERE l.interfaces = c.interfaces
  GROUP BY l.pop_id, l.poll
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
