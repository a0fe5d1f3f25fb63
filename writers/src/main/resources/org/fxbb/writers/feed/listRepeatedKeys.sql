SELECT s.row_number, f.row_number AS first_row, concat_ws(', ', {s.key}) AS found,
  ROW ({s.values}) IS NOT DISTINCT FROM ROW ({f.values}) AS same_values
FROM (
  SELECT row_number AS n, first_value(row_number) OVER (PARTITION BY {key} ORDER BY row_number) AS first_n
  FROM staged_{layout}
) r
JOIN staged_{layout} s ON s.row_number = r.n
JOIN staged_{layout} f ON f.row_number = r.first_n
WHERE r.n <> r.first_n
ORDER BY s.row_number
