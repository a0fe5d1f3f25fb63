SELECT count(*)
FROM submission_files
WHERE state IN ('RECEIVED', 'CHECKING', 'WAITING') AND inbox = 'AGENT'
