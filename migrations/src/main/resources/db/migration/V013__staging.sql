-- Staging layouts. A load makes a temporary table LIKE one of these, so nothing here ever holds a row.
CREATE SCHEMA fxbb_staging;
COMMENT ON SCHEMA fxbb_staging IS 'Layouts that COPY fills before a merge; sessions copy them into temporary tables.';
