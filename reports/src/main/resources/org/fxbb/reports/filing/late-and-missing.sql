-- Mandatory feeds that came late, or of which nothing is in force.
SELECT
  v.isp || ' ' || v.feed AS row_key,
  v.isp,
  i.name_en AS name,
  i.name_bn AS name_bn,
  v.feed,
  CASE v.feed
    WHEN 'packages' THEN 'প্যাকেজ' WHEN 'subscribers' THEN 'গ্রাহক' WHEN 'pops' THEN 'পপ' WHEN 'revenue' THEN 'রাজস্ব'
    WHEN 'bandwidth' THEN 'ব্যান্ডউইডথ' WHEN 'incidents' THEN 'ঘটনা' ELSE 'অভিযোগ'
  END AS feed_bn,
  v.state,
  v.days_late,
  to_char(v.last_received_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS last_received,
  v.tries,
  v.file_name AS file,
  v.reason
FROM fxbb_arrivals(:period, :deadline, :now) v
JOIN isps i ON i.id = v.isp_id
WHERE v.mandatory AND v.state IN ('LATE', 'REJECTED', 'WAITING', 'MISSING', 'DUE')
ORDER BY v.state <> 'MISSING', v.state <> 'REJECTED', v.days_late DESC NULLS LAST, v.isp, v.feed_position
