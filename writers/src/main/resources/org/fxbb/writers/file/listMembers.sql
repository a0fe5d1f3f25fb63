SELECT id, sender, inbox, isp_id, agent_id, feed, period, revision, file_name, sha256, bytes, received_at, state, state_at, archive_path, NULL::bigint AS twin_id, NULL::text AS twin_name
FROM submission_files
WHERE container_id = :zip AND state IN ('RECEIVED', 'CHECKING', 'WAITING')
ORDER BY (feed = 'packages') IS TRUE DESC, file_name, id
