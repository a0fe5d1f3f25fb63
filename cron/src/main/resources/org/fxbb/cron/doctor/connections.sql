-- Who holds the connections of the server.
SELECT
  coalesce(a.usename, '') AS login,
  coalesce(a.application_name, '') AS application,
  a.state,
  count(*) AS connections
FROM pg_stat_activity a
WHERE a.backend_type IS NULL OR a.backend_type = 'client backend'
GROUP BY a.usename, a.application_name, a.state
ORDER BY count(*) DESC, a.usename, a.application_name, a.state
