SELECT relname AS table_name, pg_relation_size(oid) AS bytes
FROM pg_class
WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r' AND starts_with(relname, 'staged_')
