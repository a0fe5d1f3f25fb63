-- Availability of each PoP and day (spec 5.3.5): judged slots, of these in service (SERVICE) or their values (QUALITY_WEIGHTED).
SELECT
  pop_id,
  date_bin('1 day', slot_start, :from) AS starts_at,
  count(slot_value) AS judged,
  CASE WHEN :availability_basis = 'SERVICE' THEN count(*) FILTER (WHERE slot_value > 0) ELSE coalesce(sum(slot_value), 0) END AS hits,
  count(*) FILTER (WHERE status <> 'EXCLUDED') AS due,
  count(*) FILTER (WHERE status = 'UNKNOWN') AS unknown,
  count(*) FILTER (WHERE status = 'EXCLUDED') AS excluded,
  count(*) FILTER (WHERE status = 'NOT_MEASURED' AND reason = 'AGENT_FAULT') AS agent_fault,
  count(*) FILTER (WHERE status = 'UNKNOWN' OR (status = 'NOT_MEASURED' AND reason IN ('AGENT_FAULT', 'AGENT_SILENT'))) AS not_accessed
FROM availability_slots
WHERE slot_start >= :from
  AND slot_start < :to
GROUP BY 1, 2
ORDER BY 1, 2
