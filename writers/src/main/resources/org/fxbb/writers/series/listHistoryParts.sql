SELECT part_number
FROM submission_file_parts
WHERE submission_file_id = :id
