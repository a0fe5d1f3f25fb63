-- The server, and how large this database is.
SELECT
  current_setting('server_version') AS version,
  pg_database_size(current_database()) AS bytes,
  pg_postmaster_start_time() AS started_at
