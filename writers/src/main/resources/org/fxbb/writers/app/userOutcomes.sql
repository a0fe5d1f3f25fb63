-- What is told of each line that is not simply loaded; feedback is left out, nobody needs it there.
SELECT line_number, coalesce(outcome, 'NO_ISP') AS outcome, isp, pop, row_key, raw
FROM (
  SELECT line_number, outcome, isp, isp_id, NULL AS pop, install_uuid || ' ' || time AS row_key, (to_jsonb(s) - 'feedback' - 'outcome')::text AS raw
  FROM staged_user_reports s
) r
WHERE outcome IS NOT NULL OR (isp IS NOT NULL AND isp_id IS NULL)
ORDER BY line_number
