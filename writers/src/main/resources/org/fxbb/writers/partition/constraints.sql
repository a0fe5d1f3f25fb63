SELECT conname || ': ' || pg_get_constraintdef(oid)
FROM pg_constraint
WHERE conrelid = CAST(:table AS regclass)
ORDER BY contype DESC, conname
