SELECT row_number, code, severity FROM staged_registry_notice_grades ORDER BY row_number
