-- A zip whose members are queued is none of these: it waits for them.
SELECT id, sender, inbox, isp_id, agent_id, feed, period, revision, file_name, sha256, bytes, received_at, state, state_at, archive_path, NULL::bigint AS twin_id, NULL::text AS twin_name
FROM submission_files f
WHERE state IN ('RECEIVED', 'CHECKING', 'WAITING') AND inbox IN (:inboxes)
  AND NOT EXISTS (SELECT FROM submission_files m WHERE m.container_id = f.id)
ORDER BY received_at, file_name, id
