-- Only where the partition is still there; the next run writes it anew.
UPDATE partition_archives SET state = 'DAMAGED', verified_at = NULL WHERE id = :id AND state IN ('ARCHIVED', 'RESTORED')
