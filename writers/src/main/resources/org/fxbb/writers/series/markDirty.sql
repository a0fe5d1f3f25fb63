INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT :load_id, :table_name, coalesce(pop_id, 0), isp_id, date_trunc('hour', time)
FROM staged_{layout}
