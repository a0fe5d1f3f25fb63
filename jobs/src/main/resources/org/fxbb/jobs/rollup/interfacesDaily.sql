-- Interface traffic of the touched windows, from the raw rows (spec 5.1). Ranges on time, never date_trunc joins: those are six times slower.
-- RESET and UNRELIABLE polls enter nothing but counts.
INSERT INTO rollup_interfaces_daily (
  day, pop_id, isp_id, snmp_target_id, upstream_type_id, samples, excluded,
  in_bps_avg, in_bps_min, in_bps_max, in_bps_stddev, in_bps_p50, in_bps_p95, in_bps_p99,
  out_bps_avg, out_bps_min, out_bps_max, out_bps_stddev, out_bps_p50, out_bps_p95, out_bps_p99,
  down_polls
)
SELECT
  w.bucket, w.pop_id, w.isp_id, w.snmp_target_id, w.upstream_type_id, w.samples, w.excluded,
  w.in_avg, w.in_min, w.in_max, w.in_stddev, w.in_p[1], w.in_p[2], w.in_p[3],
  w.out_avg, w.out_min, w.out_max, w.out_stddev, w.out_p[1], w.out_p[2], w.out_p[3],
  w.down_polls
FROM (
  SELECT
    :day::date AS bucket,
    t.pop_id,
    min(t.isp_id) AS isp_id,
    t.snmp_target_id,
    min(t.upstream_type_id) AS upstream_type_id,
    count(*) FILTER (WHERE t.data_quality = 'RELIABLE') AS samples,
    count(*) FILTER (WHERE t.data_quality <> 'RELIABLE') AS excluded,
    avg(t.in_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS in_avg,
    min(t.in_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS in_min,
    max(t.in_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS in_max,
    stddev_samp(t.in_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS in_stddev,
    percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY t.in_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS in_p,
    avg(t.out_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS out_avg,
    min(t.out_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS out_min,
    max(t.out_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS out_max,
    stddev_samp(t.out_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS out_stddev,
    percentile_disc(ARRAY[0.5, 0.95, 0.99]) WITHIN GROUP (ORDER BY t.out_bps) FILTER (WHERE t.data_quality = 'RELIABLE') AS out_p,
    count(*) FILTER (WHERE t.oper_status = 'DOWN') AS down_polls
  FROM (SELECT DISTINCT pop_id FROM taken_marks) m
  JOIN snmp_targets s ON s.pop_id = m.pop_id
  JOIN ts_interface_metrics t
    ON t.pop_id = m.pop_id
    AND t.snmp_target_id = s.id
  WHERE t.time >= :from
    AND t.time < :to
  GROUP BY bucket, t.pop_id, t.snmp_target_id
) w
