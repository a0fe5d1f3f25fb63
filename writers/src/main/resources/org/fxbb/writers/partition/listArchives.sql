-- Archives that touch the Dhaka days from :from to :to (inclusive), in the order in which they were written.
SELECT id, parent_table, partition_name, range_from, range_to, file_path, rows, bytes, sha256, content_checksum, columns, state
FROM partition_archives
WHERE parent_table = :table AND range_from <= :to AND range_to > :from AND state <> 'SUPERSEDED'
ORDER BY range_from, archived_at, id
