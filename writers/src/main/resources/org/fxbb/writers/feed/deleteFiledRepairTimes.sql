DELETE FROM mttr_summaries WHERE isp_id = :isp_id AND source = 'FILED'
