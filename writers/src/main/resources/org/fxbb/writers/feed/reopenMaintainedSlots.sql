-- Slots inside a window are judged again. Windows of more than a year are a typing error that the judge sees anyway.
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT DISTINCT :load_id, 'availability_slots', p.id, i.id, h.hour
FROM staged_registry_maintenance s
JOIN isps i ON i.code = s.isp_code AND i.deleted_at IS NULL
CROSS JOIN LATERAL unnest(regexp_split_to_array(btrim(s.pop_codes), '\s*\|\s*')) c (pop_code)
JOIN pops p ON p.isp_id = i.id AND p.code = c.pop_code AND p.deleted_at IS NULL
CROSS JOIN LATERAL generate_series(date_trunc('hour', s.starts_at), least(s.ends_at, s.starts_at + interval '366 days'), interval '1 hour') h (hour)
WHERE h.hour < s.ends_at
