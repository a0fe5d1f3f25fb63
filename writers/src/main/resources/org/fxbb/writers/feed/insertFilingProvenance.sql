INSERT INTO data_provenance (load_id, submission_file_id, target_table, rows, loaded_at)
VALUES (:load_id, :file_id, :table_name, :rows, :now)
