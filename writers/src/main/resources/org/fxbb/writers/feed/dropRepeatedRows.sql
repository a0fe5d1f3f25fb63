DELETE FROM staged_{layout} s
USING (
  SELECT row_number AS n, first_value(row_number) OVER (PARTITION BY {key} ORDER BY row_number) AS first_n
  FROM staged_{layout}
) r
WHERE s.row_number = r.n AND r.n <> r.first_n
