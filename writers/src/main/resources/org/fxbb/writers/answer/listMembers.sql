-- The members of zips that were decided, in their order.
SELECT id, container_id
FROM submission_files
WHERE container_id = ANY (:ids::bigint[])
  AND state NOT IN ('RECEIVED', 'CHECKING')
ORDER BY id
