-- Held alone until the transaction ends.
SELECT pg_advisory_xact_lock(hashtext('fxbb_rollup'), hashtext(:name))
