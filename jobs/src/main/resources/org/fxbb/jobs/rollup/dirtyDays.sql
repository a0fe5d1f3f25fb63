-- Dhaka days that have marks of the named tables.
SELECT DISTINCT (hour AT TIME ZONE 'Asia/Dhaka')::date AS day
FROM rollup_dirty_marks
WHERE table_name IN (:table_names)
ORDER BY day
