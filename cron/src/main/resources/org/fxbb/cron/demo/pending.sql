-- Files that were received and are not decided yet.
SELECT count(*) FROM submission_files WHERE state IN ('RECEIVED', 'CHECKING', 'WAITING')
