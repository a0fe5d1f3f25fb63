SELECT id
FROM submission_files
WHERE sender = :sender AND inbox = :inbox AND file_name = :file_name AND sha256 = :sha256 AND in_inbox
ORDER BY id
LIMIT 1
