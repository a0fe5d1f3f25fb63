UPDATE partition_archives SET verified_at = :now WHERE id = :id
