UPDATE submission_files SET state = 'SUPERSEDED', twin_id = :by, state_at = :now, updated_at = :now WHERE id = :id
