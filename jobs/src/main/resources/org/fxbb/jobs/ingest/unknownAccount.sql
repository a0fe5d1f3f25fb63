SELECT s.row_number, 'account' AS column_name, s.account AS found, '' AS expected
FROM staged_registry_credentials s
WHERE NOT EXISTS (SELECT FROM isps i WHERE lower(i.code) = lower(s.account) AND i.deleted_at IS NULL)
  AND NOT EXISTS (SELECT FROM software_agents a WHERE a.agent_uuid::text = lower(s.account) AND a.deleted_at IS NULL)
ORDER BY s.row_number
