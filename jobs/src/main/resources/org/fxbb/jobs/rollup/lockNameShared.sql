-- Held with others that ask for it so, until the transaction ends.
SELECT pg_advisory_xact_lock_shared(hashtext('fxbb_rollup'), hashtext(:name))
