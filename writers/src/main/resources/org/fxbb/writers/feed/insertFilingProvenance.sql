INSERT INTO data_provenance (file_received_at, load_id, submission_file_id, isp_id, target_table, rows, loaded_at)
VALUES (:received_at, :load_id, :file_id, CAST(:isp_id AS bigint), :table_name, :rows, :now)
