-- One row per ISP and feed.
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
  CASE WHEN v.mandatory THEN 'yes' ELSE 'no' END AS mandatory,
  CASE WHEN v.mandatory THEN 'হ্যাঁ' ELSE 'না' END AS mandatory_bn,
  v.state,
  v.days_late,
  to_char(v.first_received_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS first_received,
  to_char(v.last_received_at AT TIME ZONE 'Asia/Dhaka', 'YYYY-MM-DD HH24:MI') AS last_received,
  v.files,
  v.tries,
  v.file_name AS file,
  v.file_state,
  '-' AS file_state_why,
  v.reason,
  v.rows_received AS received,
  v.rows_loaded AS loaded,
  v.rows_quarantined AS quarantined,
  v.rows_duplicate AS duplicate,
  v.rows_rejected AS rejected
FROM fxbb_arrivals(:period, :deadline, :now) v
JOIN isps i ON i.id = v.isp_id
ORDER BY v.isp, v.feed_position
