-- Only what was told counts as answered: a file that moved on meanwhile stays due.
UPDATE submission_files f
SET answered_state = a.state, updated_at = now()
FROM unnest(:ids::bigint[], :states::text[]) AS a (id, state)
WHERE f.id = a.id
