UPDATE {table} t
SET ({values}, submission_id) = ROW ({w.values}, w.submission_id)
FROM contested w
WHERE w.place = 1
  AND w.is_of_load
  AND ({t.key}) = ({w.key})
  AND t.time >= '{from}' AND t.time < '{to}'
