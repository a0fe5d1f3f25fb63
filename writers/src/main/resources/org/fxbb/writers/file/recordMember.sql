INSERT INTO submission_files (container_id, sender, inbox, originator, isp_id, feed, period, revision, file_name, sha256, bytes, received_at, state, state_at, archive_path)
VALUES (:container_id, :sender, :inbox, :originator, CAST(:isp_id AS bigint), :feed, CAST(:period AS date), CAST(:revision AS integer), :file_name, :sha256, :bytes, :received_at, 'RECEIVED', :now, :archive_path)
