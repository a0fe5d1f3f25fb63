-- Everything that is rolled up of the days.
DELETE FROM rollup_interfaces_hourly WHERE hour >= :from AND hour < :to;
DELETE FROM rollup_interfaces_daily WHERE day >= :first AND day <= :last;
DELETE FROM rollup_sessions_hourly WHERE hour >= :from AND hour < :to;
DELETE FROM rollup_sessions_daily WHERE day >= :first AND day <= :last;
