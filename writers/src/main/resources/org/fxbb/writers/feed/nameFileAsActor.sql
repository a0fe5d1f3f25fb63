-- For this transaction the audit log names the file beside who loads it.
SELECT set_config('fxbb.actor', fxbb_audit_actor() || ', file ' || f.file_name || ' (' || f.id || ')', true)
FROM submission_files f
WHERE f.id = :file_id
