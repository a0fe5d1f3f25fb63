SELECT count(*) AS n FROM staged_quarantine
