SELECT id, inbox, sender, file_name
FROM submission_files
WHERE in_inbox
