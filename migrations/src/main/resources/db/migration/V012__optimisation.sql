-- Step 12, optimisation: partitions are made only through functions of the owner.

CREATE TABLE partition_policies (
  parent_table text CONSTRAINT partition_policies_parent_table_pk PRIMARY KEY,
  grain text NOT NULL CONSTRAINT partition_policies_grain_ck CHECK (grain IN ('DAY', 'MONTH')),
  key_type text NOT NULL CONSTRAINT partition_policies_key_type_ck CHECK (key_type IN ('TIMESTAMPTZ', 'DATE')),
  premake_days integer NOT NULL,
  retention_months integer,
  restored_days integer NOT NULL DEFAULT 30,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE partition_policies IS 'How each partitioned table is cut, how far ahead it is made and how long it is kept.';
COMMENT ON COLUMN partition_policies.premake_days IS 'Days ahead of the clock for which partitions are made';
COMMENT ON COLUMN partition_policies.retention_months IS 'Months kept; older partitions are archived and dropped. Null = for ever';
COMMENT ON COLUMN partition_policies.restored_days IS 'Days that a restored partition stays before it is dropped again';
-- Months as in spec 7.8; api_submissions as long as a month can be filed.
INSERT INTO partition_policies (parent_table, grain, key_type, premake_days, retention_months)
VALUES
  ('ts_interface_metrics', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('ts_subscriber_counts', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('ts_qos_measurements', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('ts_mobile_speed_tests', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('ts_mobile_streaming_tests', 'DAY', 'TIMESTAMPTZ', 7, 12),
  ('system_health', 'MONTH', 'TIMESTAMPTZ', 35, 12),
  ('rollup_interfaces_hourly', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('rollup_interfaces_daily', 'MONTH', 'DATE', 35, 84),
  ('rollup_sessions_hourly', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('rollup_sessions_daily', 'MONTH', 'DATE', 35, 84),
  ('availability_slots', 'MONTH', 'TIMESTAMPTZ', 35, 84),
  ('qos_pop_day_values', 'MONTH', 'DATE', 35, 84),
  ('api_submissions', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('audit_logs', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('submission_notices', 'MONTH', 'TIMESTAMPTZ', 35, 24),
  ('quarantined_rows', 'MONTH', 'TIMESTAMPTZ', 35, 12),
  ('data_provenance', 'MONTH', 'TIMESTAMPTZ', 35, 24);

CREATE TABLE partition_archives (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT partition_archives_id_pk PRIMARY KEY,
  parent_table text NOT NULL CONSTRAINT partition_archives_parent_table_fk REFERENCES partition_policies (parent_table),
  partition_name text NOT NULL,
  range_from date NOT NULL,
  range_to date NOT NULL,
  rows bigint NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  content_checksum text NOT NULL,
  columns jsonb NOT NULL,
  file_path text NOT NULL CONSTRAINT partition_archives_file_path_uk UNIQUE,
  state text NOT NULL CONSTRAINT partition_archives_state_ck CHECK (state IN ('ARCHIVED', 'DROPPED', 'RESTORED', 'SUPERSEDED', 'DAMAGED')),
  archived_at timestamptz NOT NULL,
  verified_at timestamptz,
  dropped_at timestamptz,
  restored_at timestamptz,
  CONSTRAINT partition_archives_range_ck CHECK (range_from < range_to),
  CONSTRAINT partition_archives_dropped_ck CHECK (state <> 'DROPPED' OR (verified_at IS NOT NULL AND dropped_at IS NOT NULL))
);
CREATE INDEX partition_archives_parent_table_ix ON partition_archives (parent_table, range_from);
COMMENT ON INDEX partition_archives_parent_table_ix IS 'Serves: archives of a table and range, to drop or restore; foreign key';
COMMENT ON TABLE partition_archives IS 'Files that hold partitions beyond their retention (spec 7.8). A file is never overwritten.';
COMMENT ON COLUMN partition_archives.range_from IS 'First Dhaka day of the partition';
COMMENT ON COLUMN partition_archives.range_to IS 'Dhaka day after the last';
COMMENT ON COLUMN partition_archives.bytes IS 'Size of the compressed file';
COMMENT ON COLUMN partition_archives.sha256 IS 'Of the compressed file, hexadecimal';
COMMENT ON COLUMN partition_archives.content_checksum IS 'fxbb_content_checksum of the rows: the same whatever their order';
COMMENT ON COLUMN partition_archives.columns IS 'Columns in the order of the file, each {"name", "type"}';
COMMENT ON COLUMN partition_archives.file_path IS 'Below the folder fxbb.archive';
COMMENT ON COLUMN partition_archives.state IS 'ARCHIVED: written, the partition is still there. DROPPED: only the file is left. RESTORED: the partition is back. SUPERSEDED: its rows are in a later archive. DAMAGED: the file did not pass, the partition is still there';
COMMENT ON COLUMN partition_archives.verified_at IS 'When the file was last read back whole and agreed';

CREATE VIEW partition_ranges AS
SELECT
  p.parent_table,
  c.relname::text AS partition_name,
  CASE p.key_type WHEN 'DATE' THEN b.bounds[1]::date ELSE (b.bounds[1]::timestamptz AT TIME ZONE 'Asia/Dhaka')::date END AS range_from,
  CASE p.key_type WHEN 'DATE' THEN b.bounds[2]::date ELSE (b.bounds[2]::timestamptz AT TIME ZONE 'Asia/Dhaka')::date END AS range_to
FROM partition_policies p
JOIN pg_class t ON t.relnamespace = 'public'::regnamespace AND t.relname = p.parent_table
JOIN pg_inherits i ON i.inhparent = t.oid
JOIN pg_class c ON c.oid = i.inhrelid
CROSS JOIN LATERAL regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''(.+)''\) TO \(''(.+)''\)') AS b (bounds);
COMMENT ON VIEW partition_ranges IS 'Every partition of the tables of partition_policies: Dhaka days from range_from (inclusive) to range_to (exclusive).';

CREATE FUNCTION fxbb_content_checksum(p_table regclass, p_columns text[] DEFAULT NULL, OUT rows bigint, OUT checksum text)
LANGUAGE plpgsql
STABLE
SET search_path = pg_catalog, public, pg_temp
SET timezone = 'UTC'
SET datestyle = 'ISO'
SET intervalstyle = 'postgres'
SET extra_float_digits = 1
SET bytea_output = 'hex'
AS $$
DECLARE
  names text[];
  cells text;
  sums text;
BEGIN
  SELECT array_agg(attname::text ORDER BY attname COLLATE "C"), string_agg(quote_ident(attname), ', ' ORDER BY attname COLLATE "C")
  INTO names, cells
  FROM pg_attribute
  WHERE attrelid = p_table AND attnum > 0 AND NOT attisdropped AND (p_columns IS NULL OR attname = ANY (p_columns));
  EXECUTE format(
    'SELECT count(*), concat_ws('' '', count(*), sum(hashtextextended(r, 1)), sum(hashtextextended(r, 2))) FROM (SELECT ROW(%s)::text AS r FROM %s) t',
    cells, p_table)
  INTO rows, sums;
  checksum := encode(sha256(convert_to(array_to_string(names, ',') || ' ' || sums, 'UTF8')), 'hex');
END;
$$;
COMMENT ON FUNCTION fxbb_content_checksum(regclass, text[]) IS 'Row count and a SHA-256 over column names and rows (of p_columns, or all) that does not depend on the order of either, nor on settings of the session.';

-- The next four serve the functions of the owner below; nobody else may call them.
CREATE FUNCTION fxbb_partition_name(p_policy partition_policies, p_from date)
RETURNS text
LANGUAGE sql
STABLE
AS $$
  SELECT p_policy.parent_table || '_' || to_char(p_from, CASE p_policy.grain WHEN 'DAY' THEN 'YYYYMMDD' ELSE 'YYYYMM' END);
$$;
COMMENT ON FUNCTION fxbb_partition_name(partition_policies, date) IS 'Name of the partition whose first Dhaka day this is.';

CREATE FUNCTION fxbb_grant_partition(p_parent text, p_child text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  granted text;
BEGIN
  SELECT string_agg(privilege, ', ') INTO granted
  FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS privilege
  WHERE has_table_privilege('fxbb_etl', 'public.' || quote_ident(p_parent), privilege);
  EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, fxbb_etl, fxbb_report, fxbb_finance, fxbb_isp, fxbb_monitor', p_child);
  IF granted IS NOT NULL THEN
    EXECUTE format('GRANT %s ON public.%I TO fxbb_etl', granted, p_child);
  END IF;
END;
$$;
COMMENT ON FUNCTION fxbb_grant_partition(text, text) IS 'Gives fxbb_etl the rights on a partition that it has on the parent, and nobody else any: others go through the parent, where row security is.';

CREATE FUNCTION fxbb_create_partition(p_parent text, p_child text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  -- A plain table that is attached afterwards: attaching locks the parent far less than PARTITION OF.
  EXECUTE format(
    'CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED INCLUDING STORAGE INCLUDING COMPRESSION INCLUDING STATISTICS)',
    p_child, p_parent);
  PERFORM fxbb_grant_partition(p_parent, p_child);
END;
$$;
COMMENT ON FUNCTION fxbb_create_partition(text, text) IS 'Makes the table of a partition, not attached yet, with everything the parent has but its indexes, which attaching adds.';

CREATE FUNCTION fxbb_attach_partition(p_policy partition_policies, p_from date)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  child text := fxbb_partition_name(p_policy, p_from);
  next_from date := (p_from + CASE p_policy.grain WHEN 'DAY' THEN interval '1 day' ELSE interval '1 month' END)::date;
BEGIN
  IF p_policy.key_type = 'DATE' THEN
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', p_policy.parent_table, child, p_from, next_from);
  ELSE
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', p_policy.parent_table, child,
      p_from::timestamp AT TIME ZONE 'Asia/Dhaka', next_from::timestamp AT TIME ZONE 'Asia/Dhaka');
  END IF;
END;
$$;
COMMENT ON FUNCTION fxbb_attach_partition(partition_policies, date) IS 'Attaches the table of a partition to its parent, between Dhaka midnights.';

CREATE FUNCTION fxbb_make_partitions(p_parent text, p_from date, p_to date)
RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  policy partition_policies;
  bucket date;
  child text;
  made integer := 0;
BEGIN
  SELECT * INTO policy FROM partition_policies WHERE parent_table = p_parent;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cannot make partitions of "%": no row in partition_policies.', p_parent;
  END IF;
  IF p_from IS NULL OR p_to IS NULL OR p_from > p_to OR p_to - p_from > 400 THEN
    RAISE EXCEPTION 'Cannot make partitions of "%": expected a first and a last day at most 400 days apart, found % to %.', p_parent, p_from, p_to;
  END IF;
  bucket := date_trunc(lower(policy.grain), p_from::timestamp)::date;
  WHILE bucket <= p_to LOOP
    child := fxbb_partition_name(policy, bucket);
    IF to_regclass('public.' || quote_ident(child)) IS NULL THEN
      -- The lock that ATTACH takes anyway; unlike an advisory lock it also lets this session see what others made meanwhile.
      EXECUTE format('LOCK TABLE public.%I IN SHARE UPDATE EXCLUSIVE MODE', p_parent);
      IF to_regclass('public.' || quote_ident(child)) IS NULL THEN
        PERFORM fxbb_create_partition(p_parent, child);
        PERFORM fxbb_attach_partition(policy, bucket);
        made := made + 1;
      END IF;
    END IF;
    bucket := (bucket + CASE policy.grain WHEN 'DAY' THEN interval '1 day' ELSE interval '1 month' END)::date;
  END LOOP;
  RETURN made;
END;
$$;
COMMENT ON FUNCTION fxbb_make_partitions(text, date, date) IS 'Makes the partitions of a table that hold the Dhaka days from p_from to p_to, inclusive, at most 400 days apart; those that exist stay. Returns how many were made.';

CREATE FUNCTION fxbb_make_partitions_ahead(p_today date)
RETURNS integer
LANGUAGE sql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT coalesce(sum(fxbb_make_partitions(parent_table, p_today, p_today + premake_days)), 0)::integer
  FROM partition_policies;
$$;
COMMENT ON FUNCTION fxbb_make_partitions_ahead(date) IS 'Makes the partitions of every partitioned table from today on, as far ahead as partition_policies says. Returns how many were made.';

-- Archives are listed, verified, dropped and restored only here. What the server can see it does not let itself be told: what a
-- partition holds, what was read back from a file, and that its own clock is no later than the caller says.
CREATE FUNCTION fxbb_list_archive(p_partition text, p_bytes bigint, p_sha256 text, p_now timestamptz)
RETURNS bigint
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  live partition_ranges;
  found_rows bigint;
  found_checksum text;
  found_columns jsonb;
  listed bigint;
BEGIN
  SELECT * INTO live FROM partition_ranges WHERE partition_name = p_partition;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cannot list an archive of %: there is no such partition.', p_partition;
  END IF;
  IF p_sha256 !~ '^[0-9a-f]{64}$' THEN
    RAISE EXCEPTION 'Cannot list an archive of %: expected a SHA-256 of 64 hexadecimal digits, found "%".', p_partition, p_sha256;
  END IF;
  SELECT c.rows, c.checksum INTO found_rows, found_checksum
  FROM fxbb_content_checksum(format('public.%I', p_partition)::regclass) c;
  SELECT jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) ORDER BY attnum) INTO found_columns
  FROM pg_attribute
  WHERE attrelid = format('public.%I', p_partition)::regclass AND attnum > 0 AND NOT attisdropped;
  -- Equal content has an equal name: the same archive written again is the same row.
  INSERT INTO partition_archives AS a
    (parent_table, partition_name, range_from, range_to, rows, bytes, sha256, content_checksum, columns, file_path, state, archived_at)
  VALUES (
    live.parent_table, p_partition, live.range_from, live.range_to, found_rows, p_bytes, p_sha256, found_checksum, found_columns,
    format('partitions/%s/%s-%s.csv.gz', live.parent_table, p_partition, left(p_sha256, 16)), 'ARCHIVED', p_now)
  ON CONFLICT (file_path) DO UPDATE
  SET state = 'ARCHIVED', archived_at = excluded.archived_at, verified_at = NULL, dropped_at = NULL, restored_at = NULL
  WHERE (a.sha256, a.rows, a.content_checksum) = (excluded.sha256, excluded.rows, excluded.content_checksum)
  RETURNING id INTO listed;
  IF listed IS NULL THEN
    RAISE EXCEPTION 'Cannot list an archive of %: the file with SHA-256 % is listed with other rows.', p_partition, p_sha256;
  END IF;
  RETURN listed;
END;
$$;
COMMENT ON FUNCTION fxbb_list_archive(text, bigint, text, timestamptz) IS 'Lists the file into which a partition was written: its bytes and SHA-256 as told, range, columns, rows and checksum as they are in the partition. Returns its number.';

CREATE FUNCTION fxbb_stage_archive(p_archive_id bigint)
RETURNS text
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET client_min_messages = warning
AS $$
DECLARE
  stage constant text := 'archived_rows_' || p_archive_id;
  cells text;
BEGIN
  SELECT string_agg(format('%I %s', c.value ->> 'name', c.value ->> 'type'), ', ' ORDER BY c.ordinality) INTO cells
  FROM partition_archives a, jsonb_array_elements(a.columns) WITH ORDINALITY c
  WHERE a.id = p_archive_id;
  IF cells IS NULL THEN
    RAISE EXCEPTION 'Cannot read an archive: no archive % in partition_archives.', p_archive_id;
  END IF;
  EXECUTE format('DROP TABLE IF EXISTS pg_temp.%I', stage);
  EXECUTE format('CREATE TEMPORARY TABLE %I (%s) ON COMMIT DROP', stage, cells);
  EXECUTE format('GRANT SELECT, INSERT ON pg_temp.%I TO fxbb_etl', stage);
  RETURN 'pg_temp.' || stage;
END;
$$;
COMMENT ON FUNCTION fxbb_stage_archive(bigint) IS 'Makes the temporary table of the owner into which the file of an archive is read, until the transaction ends. Returns its name.';

CREATE FUNCTION fxbb_staged_archive(p_archive_id bigint, OUT stage regclass, OUT rows bigint, OUT checksum text)
LANGUAGE plpgsql
STABLE
SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  -- The owner's, so that nobody gave it triggers or columns of his own.
  SELECT c.oid::regclass INTO stage
  FROM pg_class c
  WHERE c.relnamespace = pg_my_temp_schema() AND c.relkind = 'r' AND c.relname = 'archived_rows_' || p_archive_id
    AND c.relowner = (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cannot use archive %: its file was not read in this transaction.', p_archive_id;
  END IF;
  SELECT c.rows, c.checksum INTO rows, checksum FROM fxbb_content_checksum(stage) c;
END;
$$;
COMMENT ON FUNCTION fxbb_staged_archive(bigint) IS 'The temporary table that fxbb_stage_archive made, and what was read into it.';

CREATE FUNCTION fxbb_verify_archive(p_archive_id bigint, p_now timestamptz)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  staged record;
BEGIN
  SELECT * INTO staged FROM fxbb_staged_archive(p_archive_id);
  UPDATE partition_archives SET verified_at = p_now
  WHERE id = p_archive_id AND state IN ('ARCHIVED', 'RESTORED') AND (rows, content_checksum) = (staged.rows, staged.checksum);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cannot verify archive %: expected one whose partition is there and whose file holds the listed rows, found % rows with checksum %.',
      p_archive_id, staged.rows, staged.checksum;
  END IF;
END;
$$;
COMMENT ON FUNCTION fxbb_verify_archive(bigint, timestamptz) IS 'Notes that a file was read back: refuses unless the rows read by this transaction (fxbb_stage_archive) are those that are listed.';

CREATE FUNCTION fxbb_mark_archive_damaged(p_archive_id bigint)
RETURNS void
LANGUAGE sql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE partition_archives SET state = 'DAMAGED', verified_at = NULL WHERE id = p_archive_id AND state IN ('ARCHIVED', 'RESTORED');
$$;
COMMENT ON FUNCTION fxbb_mark_archive_damaged(bigint) IS 'Notes that a file did not pass, where its partition is still there: the next run of retain writes it anew.';

CREATE FUNCTION fxbb_drop_partition(p_archive_id bigint, p_now timestamptz)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET lock_timeout = '10s'
AS $$
DECLARE
  listing partition_archives;
  policy partition_policies;
  -- Nobody makes rows older than they are by telling a later time than the server's.
  today constant date := (least(p_now, clock_timestamp()) AT TIME ZONE 'Asia/Dhaka')::date;
  found_rows bigint;
  found_checksum text;
BEGIN
  SELECT * INTO listing FROM partition_archives WHERE id = p_archive_id FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Cannot drop a partition: no archive % in partition_archives.', p_archive_id;
  END IF;
  IF listing.state NOT IN ('ARCHIVED', 'RESTORED') OR listing.verified_at IS NULL THEN
    RAISE EXCEPTION 'Cannot drop partition %: expected a verified archive, found % in state %, verified %.',
      listing.partition_name, listing.file_path, listing.state, coalesce(listing.verified_at::text, 'never');
  END IF;
  SELECT * INTO STRICT policy FROM partition_policies WHERE parent_table = listing.parent_table;
  IF NOT EXISTS (
    SELECT 1 FROM partition_ranges r
    WHERE r.parent_table = listing.parent_table AND r.partition_name = listing.partition_name
      AND r.range_from = listing.range_from AND r.range_to = listing.range_to
  ) THEN
    RAISE EXCEPTION 'Cannot drop partition %: % has no such partition from % to %.',
      listing.partition_name, listing.parent_table, listing.range_from, listing.range_to;
  END IF;
  IF policy.retention_months IS NULL OR listing.range_to > today - make_interval(months => policy.retention_months) THEN
    RAISE EXCEPTION 'Cannot drop partition %: it ends on %, expected before the retention of % (% months, as of %).',
      listing.partition_name, listing.range_to, listing.parent_table, coalesce(policy.retention_months::text, 'all'), today;
  END IF;
  IF listing.state = 'RESTORED' AND listing.restored_at + make_interval(days => policy.restored_days) > least(p_now, clock_timestamp()) THEN
    RAISE EXCEPTION 'Cannot drop partition %: it was restored on % and stays for % days.',
      listing.partition_name, listing.restored_at, policy.restored_days;
  END IF;
  -- The parent first, in the order in which queries lock, so that nobody who holds it waits for the partition.
  EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', listing.parent_table);
  EXECUTE format('LOCK TABLE public.%I IN ACCESS EXCLUSIVE MODE', listing.partition_name);
  SELECT c.rows, c.checksum INTO found_rows, found_checksum
  FROM fxbb_content_checksum(format('public.%I', listing.partition_name)::regclass) c;
  IF found_rows <> listing.rows OR found_checksum <> listing.content_checksum THEN
    RAISE EXCEPTION 'Cannot drop partition %: it changed after it was archived; expected % rows with checksum %, found % rows with checksum %. It is archived anew by the next run of retain.',
      listing.partition_name, listing.rows, listing.content_checksum, found_rows, found_checksum
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  EXECUTE format('DROP TABLE public.%I', listing.partition_name);
  UPDATE partition_archives SET state = 'DROPPED', dropped_at = p_now WHERE id = p_archive_id;
  UPDATE partition_archives SET state = 'SUPERSEDED'
  WHERE partition_name = listing.partition_name AND id <> p_archive_id AND state IN ('ARCHIVED', 'RESTORED');
END;
$$;
COMMENT ON FUNCTION fxbb_drop_partition(bigint, timestamptz) IS 'Drops the partition of a listed archive, when that is verified, beyond the retention as of p_now or the server''s clock, whichever is earlier, and still holds exactly the partition''s rows; refuses otherwise. Others wait meanwhile.';

CREATE FUNCTION fxbb_restore_partition(p_parent text, p_from date, p_now timestamptz)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET lock_timeout = '10s'
AS $$
DECLARE
  policy partition_policies;
  child text;
  listing partition_archives;
  staged record;
  names text;
  loaded record;
  archives integer := 0;
BEGIN
  SELECT * INTO policy FROM partition_policies WHERE parent_table = p_parent;
  child := fxbb_partition_name(policy, p_from);
  EXECUTE format('LOCK TABLE public.%I IN SHARE UPDATE EXCLUSIVE MODE', p_parent);
  FOR listing IN
    SELECT * FROM partition_archives WHERE parent_table = p_parent AND range_from = p_from AND state = 'DROPPED' ORDER BY id FOR UPDATE
  LOOP
    SELECT * INTO staged FROM fxbb_staged_archive(listing.id);
    IF (staged.rows, staged.checksum) <> (listing.rows, listing.content_checksum) THEN
      RAISE EXCEPTION 'Cannot restore partition %: expected % rows with checksum % as they were when it was dropped, found % rows with checksum %.',
        child, listing.rows, listing.content_checksum, staged.rows, staged.checksum;
    END IF;
    IF archives = 0 THEN
      IF to_regclass('public.' || quote_ident(child)) IS NOT NULL THEN
        RAISE EXCEPTION 'Cannot restore partition %: a table of that name exists.', child;
      END IF;
      PERFORM fxbb_create_partition(p_parent, child);
    END IF;
    archives := archives + 1;
    -- All but the columns that the database computes.
    SELECT string_agg(quote_ident(s.attname), ', ' ORDER BY s.attnum) INTO names
    FROM pg_attribute s
    JOIN pg_attribute t ON t.attrelid = format('public.%I', p_parent)::regclass AND t.attname = s.attname AND NOT t.attisdropped
    WHERE s.attrelid = staged.stage AND s.attnum > 0 AND NOT s.attisdropped AND t.attgenerated = '';
    EXECUTE format('INSERT INTO public.%I (%s) SELECT %s FROM %s', child, names, names, staged.stage);
  END LOOP;
  IF archives = 0 THEN
    RAISE EXCEPTION 'Cannot restore the partition of % from %: no dropped partition of it is listed in partition_archives.', p_parent, p_from;
  END IF;
  IF archives = 1 THEN
    SELECT c.rows, c.checksum INTO loaded
    FROM partition_archives a
    CROSS JOIN LATERAL fxbb_content_checksum(
      format('public.%I', child)::regclass, ARRAY(SELECT c.value ->> 'name' FROM jsonb_array_elements(a.columns) c)) c
    WHERE a.parent_table = p_parent AND a.range_from = p_from AND a.state = 'DROPPED';
    IF loaded.checksum <> staged.checksum THEN
      RAISE EXCEPTION 'Cannot restore partition %: expected % rows with checksum %, found % rows with checksum % after loading. The columns of the table changed since.',
        child, staged.rows, staged.checksum, loaded.rows, loaded.checksum;
    END IF;
  END IF;
  PERFORM fxbb_attach_partition(policy, p_from);
  UPDATE partition_archives SET state = 'RESTORED', restored_at = p_now WHERE parent_table = p_parent AND range_from = p_from AND state = 'DROPPED';
END;
$$;
COMMENT ON FUNCTION fxbb_restore_partition(text, date, timestamptz) IS 'Makes a dropped partition again, of the rows that this transaction read from all its archives (fxbb_stage_archive) and that must be the rows that were dropped, attaches it and notes that it is back. All or nothing.';

CREATE FUNCTION fxbb_analyze(p_table text)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET lock_timeout = '10s'
AS $$
BEGIN
  EXECUTE format('ANALYZE public.%I', p_table);
END;
$$;
COMMENT ON FUNCTION fxbb_analyze(text) IS 'ANALYZE of a table of schema public, with its partitions: on PostgreSQL 15 and 16 the owner alone may.';

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

CREATE FUNCTION fxbb_bloated_indexes()
RETURNS SETOF text
LANGUAGE sql
STABLE
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT index_name FROM fxbb_index_bloat() WHERE bloat_ratio >= 2 AND bytes - expected_bytes >= 4 * 1024 * 1024;
$$;
COMMENT ON FUNCTION fxbb_bloated_indexes() IS 'Indexes that are at least twice as large as they need to be and 4 MB too large: worth building anew.';

CREATE FUNCTION fxbb_reindex(p_index text)
RETURNS void
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
SET lock_timeout = '10s'
AS $$
BEGIN
  IF p_index NOT IN (SELECT fxbb_bloated_indexes()) THEN
    RAISE EXCEPTION 'Cannot reindex %: fxbb_bloated_indexes() does not list it.', p_index;
  END IF;
  EXECUTE format('REINDEX INDEX public.%I', p_index);
END;
$$;
COMMENT ON FUNCTION fxbb_reindex(text) IS 'Builds a bloated index anew. Writers of its table wait meanwhile, for CONCURRENTLY cannot run in a function.';
