UPDATE staged_field_reports SET outcome = 'UNKNOWN_ISP' WHERE isp_id IS NULL
