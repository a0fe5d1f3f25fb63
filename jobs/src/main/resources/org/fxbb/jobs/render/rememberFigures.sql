-- figures.json of a pack: an array of {id, value, unit}.
INSERT INTO report_figures (figure_id, report_code, period, value_number, unit)
SELECT f.id, :report, :period, f.value, f.unit
FROM json_to_recordset(:figures::json) AS f (id text, value numeric, unit text)
