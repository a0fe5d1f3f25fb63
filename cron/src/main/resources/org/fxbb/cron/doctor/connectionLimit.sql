-- Connections that ordinary logins may open.
SELECT current_setting('max_connections')::bigint - current_setting('superuser_reserved_connections')::bigint
