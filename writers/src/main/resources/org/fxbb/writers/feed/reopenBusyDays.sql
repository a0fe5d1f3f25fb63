-- Days whose busy hours become others are judged again; those to come are judged by them anyway.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT :load_id, 'availability_slots', p.id, p.isp_id, CAST(s.day AS timestamp) AT TIME ZONE 'Asia/Dhaka'
FROM staged_registry_calendar s
JOIN pops p ON p.deleted_at IS NULL AND p.valid_from <= s.day
LEFT JOIN calendar_days c ON c.day = s.day AND c.kind = s.kind
WHERE s.kind = 'BUSY_HOURS'
  AND s.value IS DISTINCT FROM c.value
  AND s.day <= (:now AT TIME ZONE 'Asia/Dhaka')::date
