-- An outage is at least so many consecutive OUTAGE slots, first start to last end, open when the PoP's data ends with it.
WITH runs AS (
  SELECT
    s.pop_id,
    s.isp_id,
    s.slot_start,
    s.reason,
    s.slot_start - row_number() OVER (PARTITION BY s.pop_id ORDER BY s.slot_start) * interval '15 minutes' AS run
  FROM availability_slots s
  JOIN outage_windows w ON w.pop_id = s.pop_id AND s.slot_start >= w.starts_at AND s.slot_start < w.ends_at
  WHERE s.status = 'OUTAGE'
    -- Known before the scan begins, so that only the months in question are read.
    AND s.slot_start >= (SELECT min(starts_at) FROM outage_windows)
    AND s.slot_start < (SELECT max(ends_at) FROM outage_windows)
)
INSERT INTO outages (pop_id, isp_id, started_at, ended_at, is_open, minutes, slots, witness)
SELECT
  r.pop_id,
  min(r.isp_id),
  min(r.slot_start),
  max(r.slot_start) + interval '15 minutes',
  NOT EXISTS (
    SELECT FROM availability_slots l
    WHERE l.pop_id = r.pop_id AND l.slot_start > max(r.slot_start)
  ),
  count(*) * 15,
  count(*),
  CASE WHEN bool_and(r.reason = 'SINGLE_WITNESS') THEN 'SINGLE_WITNESS' ELSE 'CORROBORATED' END
FROM runs r
GROUP BY r.pop_id, r.run
HAVING count(*) >= :outage_min_slots
