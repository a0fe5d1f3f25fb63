-- Slots that a window excludes (spec 5.3.4). A PLANNED window counts when it was approved before it starts and announced early
-- enough; of its slots those outside busy hours, and of a PoP and month the first hours up to the cap. Other kinds need a document
-- and an approver. A slot is excluded only when it lies wholly inside.
WITH window_slots AS (
  SELECT w.pop_id, w.kind, s AS slot_start
  FROM maintenance_windows w
  JOIN day_pops p ON p.pop_id = w.pop_id
  CROSS JOIN LATERAL generate_series(
    greatest(date_bin('15 minutes', w.starts_at + interval '15 minutes' - interval '1 microsecond', :from), :month_start),
    least(w.ends_at, :to) - interval '15 minutes',
    interval '15 minutes') s
  WHERE w.deleted_at IS NULL
    AND w.starts_at < :to
    AND w.ends_at > :month_start
    AND w.approved_by <> ''
    AND w.document_reference <> ''
    AND (
      w.kind <> 'PLANNED'
      OR (w.approved_at < w.starts_at AND w.announced_at <= w.starts_at - make_interval(hours => :maintenance_announce_hours::integer))
    )
),
planned AS (
  SELECT pop_id, slot_start, row_number() OVER (PARTITION BY pop_id ORDER BY slot_start) AS nth
  FROM (SELECT DISTINCT pop_id, slot_start FROM window_slots WHERE kind = 'PLANNED') w
  WHERE NOT EXISTS (SELECT FROM busy_hours b WHERE w.slot_start >= b.starts_at AND w.slot_start < b.ends_at)
),
excluded AS (
  SELECT pop_id, slot_start, kind, 1 AS preference
  FROM window_slots
  WHERE kind <> 'PLANNED'
  UNION ALL
  SELECT pop_id, slot_start, 'PLANNED', 2
  FROM planned
  WHERE nth <= :maintenance_month_hours * 4
)
INSERT INTO excluded_slots (pop_id, slot_start, kind)
SELECT DISTINCT ON (pop_id, slot_start) pop_id, slot_start, kind
FROM excluded
WHERE slot_start >= :from
ORDER BY pop_id, slot_start, preference, kind
