-- Waits for any other refresh of the same table, day and buckets; in ascending order, so that two never wait for each other.
SELECT pg_advisory_xact_lock(hashtext('fxbb_rollup'), hashtext(concat_ws(' ', :table_name, :day::date, bucket)))
FROM generate_series(:first_bucket::integer, :last_bucket::integer) bucket
