-- Outages of these PoPs and this day are made anew after all days are judged, because a run may cross midnight.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT 0, 'outages', pop_id, isp_id, :from::timestamptz
FROM taken_marks
