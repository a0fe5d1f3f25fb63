SELECT row_number,
  CASE WHEN download_speed_mbps > mir_mbps THEN 'download_speed_mbps' ELSE 'upload_speed_mbps' END AS column_name,
  trim_scale(greatest(download_speed_mbps, upload_speed_mbps))::text AS found,
  trim_scale(mir_mbps)::text AS expected
FROM staged_filing_packages
WHERE greatest(download_speed_mbps, upload_speed_mbps) > mir_mbps
ORDER BY row_number
