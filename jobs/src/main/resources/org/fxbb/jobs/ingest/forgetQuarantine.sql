DELETE FROM quarantined_rows WHERE submission_file_id = :id AND file_received_at = :received_at
