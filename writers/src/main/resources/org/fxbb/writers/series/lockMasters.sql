SELECT pg_advisory_xact_lock(hashtext('fxbb_merge_masters'))
