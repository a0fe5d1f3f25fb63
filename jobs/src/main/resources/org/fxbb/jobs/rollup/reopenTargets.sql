-- Interface polls tell which upstream operators a PoP has; its failed tests of the day are looked at again for TARGET_DOWN,
-- so that the result does not depend on which agent's file came first.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT 0, 'ts_qos_measurements', pop_id, isp_id, :from::timestamptz
FROM taken_marks
