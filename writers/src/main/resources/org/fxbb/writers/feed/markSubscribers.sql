-- Where the packages of the ISP have subscribers is listed anew by the next roll-up.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
VALUES (:load_id, 'subscriber_snapshots', 0, :isp_id, CAST(:period AS timestamp) AT TIME ZONE 'Asia/Dhaka')
