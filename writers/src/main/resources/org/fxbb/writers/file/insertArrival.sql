INSERT INTO submission_files (sender, inbox, originator, isp_id, feed, period, revision, file_name, sha256, bytes, received_at, state, state_at, archive_path, in_inbox)
VALUES (:sender, :inbox, :originator, NULL, :feed, :period, :revision, :file_name, :sha256, :bytes, :received_at, 'RECEIVED', :now, :archive_path, true)
RETURNING id
