-- What is kept for ever is taken as far back as the default of raw data, 12 months.
SELECT coalesce(min(retention_months), 12)
FROM partition_policies
WHERE parent_table IN ('ts_interface_metrics', 'ts_subscriber_counts', 'ts_qos_measurements', 'api_submissions')
