UPDATE submission_files SET in_inbox = false WHERE id IN (:ids)
