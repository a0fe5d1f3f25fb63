INSERT INTO ts_subscriber_counts (time, isp_id, bras_id, pop_id, poll_status, active_sessions, pppoe_sessions, dhcp_leases, ipoe_sessions, submission_id)
SELECT time, isp_id, bras_id, pop_id, poll_status, active_sessions, pppoe_sessions, dhcp_leases, ipoe_sessions, submission_id
FROM staged_subscriber_counts
ON CONFLICT DO NOTHING
