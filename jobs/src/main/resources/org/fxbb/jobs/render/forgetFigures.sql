DELETE FROM report_figures
WHERE report_code = :report
  AND period = :period
