DELETE FROM submission_notices WHERE submission_file_id = :id AND file_received_at = :received_at
