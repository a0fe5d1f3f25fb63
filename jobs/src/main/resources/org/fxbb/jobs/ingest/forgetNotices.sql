DELETE FROM submission_notices WHERE submission_file_id = :id
