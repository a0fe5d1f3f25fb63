-- What new witness rows of a day re-open (spec 5.3.3): the day itself, and the slots of the following days that a witness
-- decided, because this day is part of what is usual there.
WITH touched AS (
  SELECT p.id AS pop_id, p.isp_id
  FROM pops p
  WHERE p.id IN (SELECT pop_id FROM taken_marks)
    OR p.isp_id IN (SELECT isp_id FROM taken_marks WHERE pop_id = 0)
)
INSERT INTO rollup_dirty_marks (load_id, table_name, pop_id, isp_id, hour)
SELECT 0, 'availability_slots', t.pop_id, t.isp_id, :from
FROM touched t
UNION
SELECT 0, 'availability_slots', t.pop_id, t.isp_id, date_bin('1 day', s.slot_start, :from)
FROM touched t
JOIN availability_slots s ON s.pop_id = t.pop_id
WHERE s.slot_start >= :to
  AND s.slot_start < :to + make_interval(days => :usual_history_days::integer)
  AND (
    s.status = 'UNKNOWN'
    OR s.reason IN ('AGENT_SILENT', 'AGENT_FAULT', 'INTERFACE_DOWN', 'DEVICE_RESTARTED', 'SESSIONS_LOST', 'SINGLE_WITNESS')
    OR s.excluded_status IN ('OUTAGE', 'NOT_MEASURED', 'UNKNOWN')
  )
