-- Client sessions of this database that work on one statement, or idle in a transaction, for so many seconds.
-- Of the statement only what stands before the first quote, digit of a number, parameter or comment.
SELECT
  s.pid,
  s.usename AS login,
  s.application_name AS application,
  s.state,
  s.since,
  extract(epoch FROM clock_timestamp() - s.since)::bigint AS seconds,
  btrim(regexp_replace(substring(s.query FROM '^(?:[^''"$0-9/-]|(?<=[A-Za-z_0-9])[0-9])*'), '\s+', ' ', 'g')) AS statement
FROM (
  SELECT
    a.pid,
    a.usename,
    a.application_name,
    a.state,
    a.query,
    CASE WHEN a.state = 'active' THEN a.query_start ELSE a.state_change END AS since
  FROM pg_stat_activity a
  WHERE a.datname = current_database()
    AND a.backend_type = 'client backend'
    AND a.pid <> pg_backend_pid()
    AND (a.state = 'active' OR a.state LIKE 'idle in transaction%')
) s
WHERE s.since <= clock_timestamp() - make_interval(secs => :seconds)
ORDER BY s.since
