-- Whole days since the counters of this database were reset; where they never were, since it was first migrated.
SELECT extract(day FROM now() - coalesce(
  (SELECT d.stats_reset FROM pg_stat_database d WHERE d.datname = current_database()),
  (SELECT min(h.installed_on) AT TIME ZONE current_setting('TimeZone') FROM flyway_schema_history h)
))::integer AS days
