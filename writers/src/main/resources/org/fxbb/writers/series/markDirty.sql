INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT :load_id, table_name, pop_id, isp_id, hour
FROM staged_windows
