-- Interface traffic of the touched PoPs, from the raw rows (spec 5.1): one pass makes the hours and the day, one interface at a
-- time in the order of its index, so that no sort is larger than a day of polls. Of the hours the touched ones are stored.
-- RESET and UNRELIABLE polls enter nothing but counts.
WITH windows AS MATERIALIZED (
  SELECT p.pop_id, n.id AS snmp_target_id, w.*
  FROM (SELECT DISTINCT pop_id FROM taken_marks) p
  JOIN snmp_targets n ON n.pop_id = p.pop_id
  CROSS JOIN LATERAL (
    SELECT
      t.hour,
      min(t.isp_id) AS isp_id,
      min(t.upstream_type_id) AS upstream_type_id,
      count(*) FILTER (WHERE t.reliable) AS samples,
      count(*) FILTER (WHERE NOT t.reliable) AS excluded,
      avg(t.in_bps) FILTER (WHERE t.reliable) AS in_avg,
      min(t.in_bps) FILTER (WHERE t.reliable) AS in_min,
      max(t.in_bps) FILTER (WHERE t.reliable) AS in_max,
      stddev_samp(t.in_bps) FILTER (WHERE t.reliable) AS in_stddev,
      percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY t.in_bps) FILTER (WHERE t.reliable) AS in_p,
      avg(t.out_bps) FILTER (WHERE t.reliable) AS out_avg,
      min(t.out_bps) FILTER (WHERE t.reliable) AS out_min,
      max(t.out_bps) FILTER (WHERE t.reliable) AS out_max,
      stddev_samp(t.out_bps) FILTER (WHERE t.reliable) AS out_stddev,
      percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY t.out_bps) FILTER (WHERE t.reliable) AS out_p,
      count(*) FILTER (WHERE t.oper_status = 'DOWN') AS down_polls
    FROM (
      SELECT
        i.isp_id,
        i.upstream_type_id,
        i.in_bps,
        i.out_bps,
        i.oper_status,
        i.data_quality = 'RELIABLE' AS reliable,
        date_bin('1 hour', i.time, :from) AS hour
      FROM ts_interface_metrics i
      WHERE i.pop_id = p.pop_id
        AND i.snmp_target_id = n.id
        AND i.time >= :from
        AND i.time < :to
      -- Keeps the comparison and the hour at one evaluation a row.
      OFFSET 0
    ) t
    GROUP BY ROLLUP (t.hour)
    HAVING count(*) > 0
  ) w
),
hours AS (
  INSERT INTO rollup_interfaces_hourly (
    hour, pop_id, isp_id, snmp_target_id, upstream_type_id, samples, excluded,
    in_bps_avg, in_bps_min, in_bps_max, in_bps_stddev, in_bps_p50, in_bps_p95, in_bps_p99,
    out_bps_avg, out_bps_min, out_bps_max, out_bps_stddev, out_bps_p50, out_bps_p95, out_bps_p99,
    down_polls
  )
  SELECT
    w.hour, w.pop_id, w.isp_id, w.snmp_target_id, w.upstream_type_id, w.samples, w.excluded,
    w.in_avg, w.in_min, w.in_max, w.in_stddev, w.in_p[1], w.in_p[2], w.in_p[3],
    w.out_avg, w.out_min, w.out_max, w.out_stddev, w.out_p[1], w.out_p[2], w.out_p[3],
    w.down_polls
  FROM windows w
  WHERE EXISTS (SELECT FROM taken_marks m WHERE m.pop_id = w.pop_id AND m.hour = w.hour)
)
INSERT INTO rollup_interfaces_daily (
  day, pop_id, isp_id, snmp_target_id, upstream_type_id, samples, excluded,
  in_bps_avg, in_bps_min, in_bps_max, in_bps_stddev, in_bps_p50, in_bps_p95, in_bps_p99,
  out_bps_avg, out_bps_min, out_bps_max, out_bps_stddev, out_bps_p50, out_bps_p95, out_bps_p99,
  down_polls
)
SELECT
  :day, w.pop_id, w.isp_id, w.snmp_target_id, w.upstream_type_id, w.samples, w.excluded,
  w.in_avg, w.in_min, w.in_max, w.in_stddev, w.in_p[1], w.in_p[2], w.in_p[3],
  w.out_avg, w.out_min, w.out_max, w.out_stddev, w.out_p[1], w.out_p[2], w.out_p[3],
  w.down_polls
FROM windows w
WHERE w.hour IS NULL
