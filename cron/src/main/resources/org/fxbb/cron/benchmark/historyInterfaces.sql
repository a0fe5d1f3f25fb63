-- Interface polls of the simulated days, moved into the past, as the history feed has them.
SELECT
  to_char(t.time AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD"T"HH24:MI:SS') || '+06:00' AS time,
  i.code AS isp_code,
  p.code AS pop_code,
  s.target_key,
  u.code AS interface_type,
  t.poll_status,
  t.in_bps,
  t.out_bps,
  t.in_errors,
  t.out_errors,
  t.in_discards,
  t.out_discards,
  t.utilization_in_pct,
  t.utilization_out_pct,
  t.admin_status,
  t.oper_status,
  t.restarted::text AS restarted,
  t.data_quality
FROM (%s) t
JOIN isps i ON i.id = t.isp_id
JOIN pops p ON p.id = t.pop_id
JOIN snmp_targets s ON s.id = t.snmp_target_id
JOIN upstream_types u ON u.id = t.upstream_type_id
ORDER BY t.time, t.pop_id, t.snmp_target_id
