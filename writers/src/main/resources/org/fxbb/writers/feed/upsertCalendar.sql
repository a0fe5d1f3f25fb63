INSERT INTO calendar_days (day, kind, value)
SELECT day, kind, value
FROM staged_registry_calendar
ORDER BY row_number
ON CONFLICT (day, kind) DO UPDATE
SET value = coalesce(excluded.value, calendar_days.value), updated_at = :now
