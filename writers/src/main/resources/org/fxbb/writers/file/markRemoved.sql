UPDATE submission_files SET in_inbox = false WHERE id = ANY (:ids)
