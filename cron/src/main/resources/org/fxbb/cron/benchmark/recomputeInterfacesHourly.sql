-- As somebody would write it who recomputes whole days: delete, and aggregate all raw rows of the days.
INSERT INTO rollup_interfaces_hourly
SELECT
  date_trunc('hour', time, 'Asia/Dhaka') AS hour,
  pop_id,
  min(isp_id),
  snmp_target_id,
  min(upstream_type_id),
  count(*) FILTER (WHERE data_quality = 'RELIABLE'),
  count(*) FILTER (WHERE data_quality <> 'RELIABLE'),
  avg(in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  min(in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  max(in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  stddev_samp(in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  percentile_disc(0.95) WITHIN GROUP (ORDER BY in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  percentile_disc(0.99) WITHIN GROUP (ORDER BY in_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  avg(out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  min(out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  max(out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  stddev_samp(out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  percentile_disc(0.5) WITHIN GROUP (ORDER BY out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  percentile_disc(0.95) WITHIN GROUP (ORDER BY out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  percentile_disc(0.99) WITHIN GROUP (ORDER BY out_bps) FILTER (WHERE data_quality = 'RELIABLE'),
  count(*) FILTER (WHERE oper_status = 'DOWN')
FROM ts_interface_metrics
WHERE time >= :from
  AND time < :to
GROUP BY 1, pop_id, snmp_target_id
