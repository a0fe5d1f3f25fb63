-- Step 12, optimisation: partitions are made only through functions of the owner.

CREATE TABLE partition_policies (
  parent_table text CONSTRAINT partition_policies_parent_table_pk PRIMARY KEY,
  grain text NOT NULL CONSTRAINT partition_policies_grain_ck CHECK (grain IN ('DAY', 'MONTH')),
  key_type text NOT NULL CONSTRAINT partition_policies_key_type_ck CHECK (key_type IN ('TIMESTAMPTZ', 'DATE')),
  premake_days integer NOT NULL,
  retention_months integer
);
COMMENT ON TABLE partition_policies IS 'How each partitioned table is cut, how far ahead it is made and how long it is kept.';
COMMENT ON COLUMN partition_policies.premake_days IS 'Days ahead of the clock for which partitions are made';
COMMENT ON COLUMN partition_policies.retention_months IS 'Months kept; null = for ever';
INSERT INTO partition_policies (parent_table, grain, key_type, premake_days, retention_months)
VALUES
  ('ts_interface_metrics', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('ts_subscriber_counts', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('ts_qos_measurements', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('rollup_interfaces_hourly', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('rollup_interfaces_daily', 'MONTH', 'DATE', 35, 84),
  ('rollup_sessions_hourly', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('rollup_sessions_daily', 'MONTH', 'DATE', 35, 84),
  ('availability_slots', 'MONTH', 'TIMESTAMPTZ', 35, 84),
  ('qos_pop_day_values', 'MONTH', 'DATE', 35, 84),
  ('api_submissions', 'MONTH', 'TIMESTAMPTZ', 35, 12),
  ('audit_logs', 'MONTH', 'TIMESTAMPTZ', 35, 24);

CREATE FUNCTION fxbb_make_partitions(p_parent text, p_from date, p_to date)
RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
  policy partition_policies;
  step interval;
  bucket date;
  next_bucket date;
  child text;
  made integer := 0;
BEGIN
  SELECT * INTO policy FROM partition_policies WHERE parent_table = p_parent;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cannot make partitions of "%": no row in partition_policies.', p_parent;
  END IF;
  step := CASE policy.grain WHEN 'DAY' THEN interval '1 day' ELSE interval '1 month' END;
  bucket := date_trunc(lower(policy.grain), p_from::timestamp)::date;
  WHILE bucket <= p_to LOOP
    next_bucket := (bucket + step)::date;
    child := p_parent || '_' || to_char(bucket, CASE policy.grain WHEN 'DAY' THEN 'YYYYMMDD' ELSE 'YYYYMM' END);
    IF to_regclass('public.' || quote_ident(child)) IS NULL THEN
      -- The lock that ATTACH takes anyway; unlike an advisory lock it also lets this session see what others made meanwhile.
      EXECUTE format('LOCK TABLE %I IN SHARE UPDATE EXCLUSIVE MODE', p_parent);
      IF to_regclass('public.' || quote_ident(child)) IS NULL THEN
        -- A plain table that is attached afterwards: attaching locks the parent far less than PARTITION OF.
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', child, p_parent);
        IF policy.key_type = 'DATE' THEN
          EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', p_parent, child, bucket, next_bucket);
        ELSE
          EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', p_parent, child,
            bucket::timestamp AT TIME ZONE 'Asia/Dhaka', next_bucket::timestamp AT TIME ZONE 'Asia/Dhaka');
        END IF;
        IF p_parent = 'audit_logs' THEN
          -- New tables are the engine's by default privileges; the log is append-only, whichever way it is reached.
          EXECUTE format('REVOKE ALL ON %I FROM fxbb_etl', child);
        END IF;
        made := made + 1;
      END IF;
    END IF;
    bucket := next_bucket;
  END LOOP;
  RETURN made;
END;
$$;
COMMENT ON FUNCTION fxbb_make_partitions(text, date, date) IS 'Makes the partitions of a table that hold the Dhaka days from p_from to p_to, inclusive; those that exist stay. Returns how many were made.';

CREATE FUNCTION fxbb_make_partitions_ahead(p_today date)
RETURNS integer
LANGUAGE sql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
  SELECT coalesce(sum(fxbb_make_partitions(parent_table, p_today, p_today + premake_days)), 0)::integer
  FROM partition_policies;
$$;
COMMENT ON FUNCTION fxbb_make_partitions_ahead(date) IS 'Makes the partitions of every partitioned table from today on, as far ahead as partition_policies says. Returns how many were made.';

CREATE FUNCTION fxbb_index_bloat()
RETURNS TABLE (index_name text, table_name text, bytes bigint, expected_bytes bigint, bloat_ratio numeric)
LANGUAGE sql
STABLE
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH indexes AS (
    SELECT
      i.oid,
      i.relname AS index_name,
      t.relname AS table_name,
      greatest(i.reltuples, 0)::numeric AS entries,
      coalesce((SELECT o.option_value::numeric FROM pg_options_to_table(i.reloptions) o WHERE o.option_name = 'fillfactor'), 90) / 100 AS filled,
      sum(s.avg_width * (1 - s.null_frac))::numeric AS key_width,
      count(*) = count(s.avg_width) AS known
    FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid
    JOIN pg_class t ON t.oid = x.indrelid
    JOIN pg_am a ON a.oid = i.relam AND a.amname = 'btree'
    JOIN pg_attribute k ON k.attrelid = i.oid
    LEFT JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum = x.indkey[k.attnum - 1]
    -- The columns of an expression have statistics of their own, under the name of the index.
    LEFT JOIN pg_stats s
      ON s.schemaname = 'public' AND s.tablename = CASE WHEN c.attname IS NULL THEN i.relname ELSE t.relname END
      AND s.attname = coalesce(c.attname, k.attname)
    WHERE i.relnamespace = 'public'::regnamespace AND i.relkind = 'i' AND i.reltuples >= 0
    GROUP BY i.oid, i.relname, t.relname, i.reltuples, i.reloptions
  ),
  sized AS (
    -- An entry: 8 bytes of header, the key rounded up to 8, 4 bytes of item pointer. A page holds 8152 bytes of them; 2 % more
    -- for the pages above the leaves, and two pages that every index has.
    SELECT
      index_name,
      table_name,
      pg_relation_size(oid) AS bytes,
      ((2 + ceil(1.02 * entries * (12 + 8 * ceil(key_width / 8)) / (8152 * filled))) * 8192)::bigint AS expected_bytes
    FROM indexes
    WHERE known
  )
  SELECT index_name::text, table_name::text, bytes, expected_bytes, round(bytes::numeric / expected_bytes, 2)
  FROM sized
  ORDER BY bytes - expected_bytes DESC, index_name;
$$;
COMMENT ON FUNCTION fxbb_index_bloat() IS 'Estimate per btree index of schema public: size on disk, the size it would have freshly built (entries and mean key width as of the last ANALYZE), and their ratio: 1 = as new, 2 = half of it is air; below 1 = equal keys are stored once. Most air first. Indexes of tables that were never analysed are left out.';
