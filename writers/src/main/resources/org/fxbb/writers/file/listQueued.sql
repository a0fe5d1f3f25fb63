SELECT id, sender, inbox, isp_id, agent_id, feed, period, revision, file_name, sha256, bytes, received_at, state, state_at, archive_path, NULL::bigint AS twin_id, NULL::text AS twin_name
FROM submission_files
WHERE state IN ('RECEIVED', 'CHECKING', 'WAITING') AND inbox IN (:inboxes)
ORDER BY received_at, file_name, id
