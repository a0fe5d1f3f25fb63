INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT :load_id, 'ts_qos_measurements', pop_id, isp_id, date_trunc('hour', period_start)
FROM staged_submissions
WHERE pop_id IS NOT NULL AND NOT is_duplicate
