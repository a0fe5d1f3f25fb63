-- Lengthens the stretch that a cycle joins, else begins another: gap minutes may lie between two cycles of one stretch.
WITH joined AS (
  UPDATE intake_uptime
  SET alive_to = greatest(alive_to, :to)
  WHERE alive_from = (SELECT max(alive_from) FROM intake_uptime WHERE alive_from <= :from)
    AND alive_to >= CAST(:from AS timestamptz) - :gap * interval '1 minute'
  RETURNING alive_from
)
INSERT INTO intake_uptime (alive_from, alive_to)
SELECT :from, :to
WHERE NOT EXISTS (SELECT FROM joined)
ON CONFLICT (alive_from) DO UPDATE
SET alive_to = greatest(intake_uptime.alive_to, excluded.alive_to)
