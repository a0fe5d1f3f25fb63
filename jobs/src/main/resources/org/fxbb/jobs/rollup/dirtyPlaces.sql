-- How many places of each Dhaka day and bucket have marks of a table: PoPs, or ISPs whose sessions are counted.
SELECT day, (place % :buckets)::integer AS bucket, count(*)::integer AS places
FROM (
  SELECT DISTINCT
    (hour AT TIME ZONE 'Asia/Dhaka')::date AS day,
    CASE WHEN table_name = 'ts_subscriber_counts' THEN isp_id ELSE pop_id END AS place
  FROM rollup_dirty_marks
  WHERE table_name = :table_name
) m
GROUP BY 1, 2
ORDER BY 1, 2
