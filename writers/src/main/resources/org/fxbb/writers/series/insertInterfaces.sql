INSERT INTO ts_interface_metrics (snmp_target_id, time, isp_id, pop_id, upstream_type_id, poll_status, in_bps, out_bps, in_errors, out_errors, in_discards, out_discards, utilization_in_pct, utilization_out_pct, admin_status, oper_status, restarted, data_quality, submission_id)
SELECT t.snmp_target_id, s.time, s.isp_id, s.pop_id, s.upstream_type_id, s.poll_status, s.in_bps, s.out_bps, s.in_errors, s.out_errors, s.in_discards, s.out_discards, s.utilization_in_pct, s.utilization_out_pct, s.admin_status, s.oper_status, s.restarted, s.data_quality, s.submission_id
FROM staged_interface_metrics s
JOIN staged_targets t ON t.target_ordinal = s.target_ordinal
ON CONFLICT DO NOTHING
