SELECT line_number, coalesce(outcome, 'NO_POP') AS outcome, isp, pop, officer || ' ' || isp || ' ' || time AS row_key, (to_jsonb(s) - 'outcome' - 'officer_name')::text AS raw
FROM staged_field_reports s
WHERE outcome IS NOT NULL OR (pop IS NOT NULL AND pop_id IS NULL)
ORDER BY line_number
