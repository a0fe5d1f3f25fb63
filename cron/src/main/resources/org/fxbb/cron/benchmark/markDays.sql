-- Asks the engine to judge every PoP of the days anew: plain SQL for slots would be the engine's own statements once more.
DELETE FROM rollup_dirty_marks;
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT 0, 'ts_qos_measurements', pop_id, isp_id, date_trunc('hour', time, 'Asia/Dhaka')
FROM ts_qos_measurements
WHERE time >= :from
  AND time < :to
UNION ALL
SELECT 0, 'availability_slots', p.id, p.isp_id, d
FROM pops p
CROSS JOIN generate_series(:from::timestamptz, :to::timestamptz - interval '1 day', interval '1 day') d;
