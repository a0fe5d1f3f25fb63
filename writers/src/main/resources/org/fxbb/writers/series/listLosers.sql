INSERT INTO staged_outcomes (submission_file_id, submission_id, target_table, outcome, is_of_load, isp_id, line_number, row_key, raw)
SELECT
  coalesce(l.submission_file_id, 0),
  l.submission_id,
  '{table}',
  CASE WHEN ROW ({l.values}) IS NOT DISTINCT FROM ROW ({w.values}) THEN 'DUPLICATE' ELSE 'CONFLICT' END,
  l.is_of_load,
  l.isp_id,
  coalesce(l.line_number, 0),
  {row_key},
  ((to_jsonb(l) - ARRAY['isp_id', 'pop_id', 'agent_id', 'snmp_target_id', 'submission_id', 'staged_row', 'is_of_load', 'submission_file_id', 'line_number', 'place'])
    || jsonb_build_object('pop', (SELECT code FROM pops p WHERE p.id = l.pop_id)))::text
FROM contested l
JOIN contested w ON ({w.key}) = ({l.key}) AND w.place = 1
WHERE l.place > 1
