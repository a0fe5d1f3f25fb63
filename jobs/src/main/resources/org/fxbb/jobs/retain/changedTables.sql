-- Partitioned tables of which any partition changed since it was last analysed.
SELECT r.parent_table
FROM partition_ranges r
JOIN pg_stat_user_tables s ON s.schemaname = 'public' AND s.relname = r.partition_name
WHERE s.n_mod_since_analyze > 0
GROUP BY r.parent_table
ORDER BY r.parent_table
