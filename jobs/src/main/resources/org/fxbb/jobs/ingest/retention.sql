SELECT min(retention_months) FROM partition_policies WHERE parent_table IN ('ts_interface_metrics', 'ts_subscriber_counts', 'ts_qos_measurements')
