-- Equal content has an equal name: the same archive written again is the same row.
INSERT INTO partition_archives (parent_table, partition_name, range_from, range_to, rows, bytes, sha256, content_checksum, columns, file_path, state, archived_at)
VALUES (:table, :partition, :from, :to, :rows, :bytes, :sha256, :checksum, CAST(:columns AS jsonb), :path, 'ARCHIVED', :now)
ON CONFLICT (file_path) DO UPDATE
SET state = 'ARCHIVED', archived_at = excluded.archived_at, verified_at = NULL, dropped_at = NULL, restored_at = NULL
