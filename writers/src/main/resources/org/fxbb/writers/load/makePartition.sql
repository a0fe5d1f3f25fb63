SELECT fxbb_make_partitions(:table, :day, :day)
