-- Settings as they are in force for this session, in the units of pg_settings.
SELECT
  name,
  setting
FROM pg_settings
WHERE name IN (
  'max_locks_per_transaction', 'fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum', 'track_counts',
  'statement_timeout', 'default_transaction_read_only', 'server_encoding'
)
