SELECT row_number, 'cir_mbps' AS column_name, trim_scale(cir_mbps)::text AS found, trim_scale(mir_mbps)::text AS expected
FROM staged_filing_packages
WHERE cir_mbps > mir_mbps
ORDER BY row_number
