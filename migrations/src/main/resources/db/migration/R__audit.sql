-- The audit log (spec 3, "Audit"): who writes it, who seals it. Repeatable: runs again whenever this text changes.
-- Locks are on a table that only the engine may name, fxbb_staging.audit_writers: ROW SHARE of each transaction that has a number of the
-- log, SHARE UPDATE EXCLUSIVE of the sealer. An advisory lock any login could take, and so stop the engine.

CREATE OR REPLACE FUNCTION fxbb_audit_instant(p_at timestamptz)
RETURNS text
LANGUAGE sql
STABLE
RETURN to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
COMMENT ON FUNCTION fxbb_audit_instant(timestamptz) IS 'An instant as seals state it, in UTC with six digits, whatever the session is set to.';

CREATE OR REPLACE FUNCTION fxbb_audit_canonical(p_row audit_logs)
RETURNS text
LANGUAGE sql
STABLE
RETURN jsonb_build_array(
  p_row.seq,
  fxbb_audit_instant(p_row.logged_at),
  p_row.actor,
  p_row.login,
  p_row.session_role,
  p_row.action,
  p_row.event,
  p_row.table_name,
  p_row.row_key,
  p_row.isp_id,
  CASE WHEN p_row.before IS NOT NULL THEN jsonb_build_array(p_row.before) END,
  CASE WHEN p_row.after IS NOT NULL THEN jsonb_build_array(p_row.after) END,
  p_row.changed_columns
)::text;
COMMENT ON FUNCTION fxbb_audit_canonical(audit_logs) IS 'The text of a row that its seal is computed over: one JSON array, images wrapped so that no image differs from the image null. The same in every session.';

CREATE OR REPLACE FUNCTION fxbb_audit_seal_text(p_seal audit_seals)
RETURNS text
LANGUAGE sql
STABLE
RETURN jsonb_build_array(
  p_seal.seal_no,
  p_seal.from_seq,
  p_seal.to_seq,
  p_seal.rows,
  fxbb_audit_instant(p_seal.first_logged_at),
  fxbb_audit_instant(p_seal.last_logged_at),
  p_seal.rows_sha256,
  p_seal.previous_sha256,
  fxbb_audit_instant(p_seal.sealed_at)
)::text;
COMMENT ON FUNCTION fxbb_audit_seal_text(audit_seals) IS 'The text whose SHA-256 is audit_seals.sha256: one JSON array. The same in every session.';

CREATE OR REPLACE FUNCTION fxbb_audit_begin()
RETURNS timestamptz
LANGUAGE plpgsql
SET search_path = public, pg_temp
AS $$
DECLARE
  logged_at constant timestamptz := clock_timestamp();
  day constant date := (logged_at AT TIME ZONE 'Asia/Dhaka')::date;
BEGIN
  -- Tells the sealer that this transaction may hold numbers it cannot see yet. Shared: writers never wait for each other.
  LOCK TABLE fxbb_staging.audit_writers IN ROW SHARE MODE;
  IF to_regclass('public.audit_logs_' || to_char(day, 'YYYYMM')) IS NULL THEN
    PERFORM fxbb_make_partitions('audit_logs', day, day);
  END IF;
  RETURN logged_at;
END;
$$;
COMMENT ON FUNCTION fxbb_audit_begin() IS 'Before a number of the log is taken: announces the writer, makes the month''s partition where it is missing, returns logged_at.';

CREATE OR REPLACE FUNCTION fxbb_audit_actor()
RETURNS text
LANGUAGE sql
STABLE
RETURN coalesce(nullif(current_setting('fxbb.actor', true), ''), session_user);
COMMENT ON FUNCTION fxbb_audit_actor() IS 'Who acts, as the session says, else who was authenticated.';

CREATE OR REPLACE FUNCTION fxbb_audit_role()
RETURNS text
LANGUAGE sql
STABLE
RETURN coalesce(nullif(current_setting('role'), 'none'), session_user);
COMMENT ON FUNCTION fxbb_audit_role() IS 'The role that the session had taken on; inside a function of the owner current_user would be the owner.';

CREATE OR REPLACE FUNCTION fxbb_audit_id(p_image jsonb, p_columns text[])
RETURNS jsonb
LANGUAGE sql
STABLE
RETURN (SELECT jsonb_agg(p_image -> c.name ORDER BY c.position) FROM unnest(p_columns) WITH ORDINALITY AS c (name, position));
COMMENT ON FUNCTION fxbb_audit_id(jsonb, text[]) IS 'The values of these columns, by which the row before and the row after find each other.';

CREATE OR REPLACE FUNCTION fxbb_audit_key(p_image jsonb, p_columns text[], p_isp text)
RETURNS text
LANGUAGE sql
STABLE
RETURN (
  SELECT string_agg(coalesce(CASE WHEN c.name = 'isp_id' THEN p_isp END, p_image ->> c.name, ''), '/' ORDER BY c.position)
  FROM unnest(p_columns) WITH ORDINALITY AS c (name, position)
);
COMMENT ON FUNCTION fxbb_audit_key(jsonb, text[], text) IS 'The key of a row for people: the values of these columns, an ISP by its code.';

CREATE OR REPLACE FUNCTION fxbb_audit_mask(p_image jsonb, p_columns text[])
RETURNS jsonb
LANGUAGE sql
STABLE
RETURN p_image || coalesce((SELECT jsonb_object_agg(c, '***') FROM unnest(p_columns) c WHERE p_image ->> c IS NOT NULL), '{}');
COMMENT ON FUNCTION fxbb_audit_mask(jsonb, text[]) IS 'The image with *** for every value of these columns; null stays null.';

CREATE OR REPLACE FUNCTION fxbb_audit_change()
RETURNS trigger
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
SET TimeZone = 'Asia/Dhaka'
SET IntervalStyle = 'iso_8601'
SET extra_float_digits = 1
SET bytea_output = 'hex'
AS $$
DECLARE
  -- What every load or login moves: a row in which nothing else changed is not logged.
  bookkeeping constant text[] := ARRAY['updated_at', 'updated_by', 'last_seen_at', 'seen_at', 'last_used_at', 'last_login_at'];
  id_columns constant text[] := string_to_array(TG_ARGV[0], ',');
  key_columns constant text[] := string_to_array(TG_ARGV[1], ',');
  isp_column constant text := CASE TG_TABLE_NAME WHEN 'isps' THEN 'id' ELSE 'isp_id' END;
  masked text[];
  logged_at timestamptz;
  row_count bigint;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    EXECUTE format('SELECT count(*) FROM %I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO row_count;
    logged_at := fxbb_audit_begin();
    INSERT INTO audit_logs (seq, logged_at, actor, login, session_role, action, table_name, before)
    VALUES (nextval('audit_logs_seq'), logged_at, fxbb_audit_actor(), session_user, fxbb_audit_role(), TG_OP, TG_TABLE_NAME, jsonb_build_object('rows', row_count));
    RETURN NULL;
  END IF;
  -- Asked before anything else is done: most statements of a load touch no row, or nothing that is logged.
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM new_rows LIMIT 1;
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM FROM old_rows LIMIT 1;
  ELSE
    PERFORM
    FROM (SELECT to_jsonb(r) - bookkeeping AS image FROM old_rows r) o
    FULL JOIN (SELECT to_jsonb(r) - bookkeeping AS image FROM new_rows r) n ON n.image = o.image
    WHERE n.image IS NULL OR o.image IS NULL
    LIMIT 1;
  END IF;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;

  masked := ARRAY(
    SELECT attname
    FROM pg_attribute
    WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped AND col_description(attrelid, attnum) ~ '\[(pii|secret)\]'
  );
  logged_at := fxbb_audit_begin();
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_logs (seq, logged_at, actor, login, session_role, action, table_name, row_key, isp_id, after)
    SELECT nextval('audit_logs_seq'), logged_at, fxbb_audit_actor(), session_user, fxbb_audit_role(), 'INSERT', TG_TABLE_NAME, fxbb_audit_key(m.image, key_columns, i.code), m.isp_id, m.image
    FROM (SELECT fxbb_audit_mask(to_jsonb(r), masked) AS image, (to_jsonb(r) ->> isp_column)::bigint AS isp_id FROM new_rows r) m
    LEFT JOIN isps i ON i.id = m.isp_id;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_logs (seq, logged_at, actor, login, session_role, action, table_name, row_key, isp_id, before)
    SELECT nextval('audit_logs_seq'), logged_at, fxbb_audit_actor(), session_user, fxbb_audit_role(), 'DELETE', TG_TABLE_NAME, fxbb_audit_key(m.image, key_columns, i.code), m.isp_id, m.image
    FROM (SELECT fxbb_audit_mask(to_jsonb(r), masked) AS image, (to_jsonb(r) ->> isp_column)::bigint AS isp_id FROM old_rows r) m
    LEFT JOIN isps i ON i.id = m.isp_id;
  ELSE
    -- A row whose primary key changed finds no partner: the old key is gone (DELETE), the new one is new (INSERT).
    INSERT INTO audit_logs (seq, logged_at, actor, login, session_role, action, table_name, row_key, isp_id, before, after, changed_columns)
    SELECT
      nextval('audit_logs_seq'),
      logged_at,
      fxbb_audit_actor(),
      session_user,
      fxbb_audit_role(),
      CASE WHEN m.after IS NULL THEN 'DELETE' WHEN m.before IS NULL THEN 'INSERT' ELSE 'UPDATE' END,
      TG_TABLE_NAME,
      fxbb_audit_key(coalesce(m.after, m.before), key_columns, i.code),
      m.isp_id,
      m.before,
      m.after,
      m.changed_columns
    FROM (
      SELECT
        fxbb_audit_mask(o.image, masked) AS before,
        fxbb_audit_mask(n.image, masked) AS after,
        (coalesce(n.image, o.image) ->> isp_column)::bigint AS isp_id,
        CASE WHEN n.image IS NOT NULL AND o.image IS NOT NULL THEN
          ARRAY(SELECT c.key FROM jsonb_each(n.image - bookkeeping) c WHERE c.value IS DISTINCT FROM o.image -> c.key ORDER BY c.key COLLATE "C")
        END AS changed_columns
      FROM (SELECT to_jsonb(r) AS image, fxbb_audit_id(to_jsonb(r), id_columns) AS id FROM old_rows r) o
      FULL JOIN (SELECT to_jsonb(r) AS image, fxbb_audit_id(to_jsonb(r), id_columns) AS id FROM new_rows r) n ON n.id = o.id
    ) m
    LEFT JOIN isps i ON i.id = m.isp_id
    WHERE m.changed_columns IS DISTINCT FROM '{}';
  END IF;
  RETURN NULL;
END;
$$;
COMMENT ON FUNCTION fxbb_audit_change() IS 'Trigger of every audited table: one statement per statement, whole rows before and after. Arguments: columns of the primary key, columns of the key that people read.';

CREATE OR REPLACE FUNCTION fxbb_audit_event(p_event text, p_subject text, p_detail jsonb)
RETURNS bigint
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
  logged_at constant timestamptz := fxbb_audit_begin();
  number constant bigint := nextval('audit_logs_seq');
BEGIN
  INSERT INTO audit_logs (seq, logged_at, actor, login, session_role, action, event, row_key, after)
  VALUES (number, logged_at, fxbb_audit_actor(), session_user, fxbb_audit_role(), 'EVENT', p_event, p_subject, p_detail);
  RETURN number;
END;
$$;
COMMENT ON FUNCTION fxbb_audit_event(text, text, jsonb) IS 'Logs what is no change of a row, such as a refused login: what happened, to whom or what, details without secrets. Returns its number. Part of the caller''s transaction.';

CREATE OR REPLACE FUNCTION fxbb_seal_audit()
RETURNS integer
LANGUAGE plpgsql
SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
  most_rows constant integer := 10000;
  newest bigint;
  writing text[];
  safe bigint;
  last audit_seals;
  seal audit_seals;
  made integer := 0;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'Cannot seal the audit log: expected a transaction that sees what others have committed meanwhile (read committed), found "%".', current_setting('transaction_isolation');
  END IF;
  LOCK TABLE fxbb_staging.audit_writers IN SHARE UPDATE EXCLUSIVE MODE;
  SELECT * INTO last FROM audit_seals ORDER BY seal_no DESC LIMIT 1;
  IF NOT FOUND THEN
    last.seal_no := 0;
    last.to_seq := 0;
    last.sha256 := repeat('0', 64);
  END IF;

  -- The number first, the writers after it, the rows last: whoever took a number up to newest is among the writers or has ended,
  -- and what has ended is seen by the statements that follow.
  SELECT CASE WHEN is_called THEN last_value ELSE 0 END INTO newest FROM audit_logs_seq;
  writing := ARRAY(
    SELECT DISTINCT virtualtransaction
    FROM pg_locks
    WHERE locktype = 'relation'
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND relation = 'fxbb_staging.audit_writers'::regclass
      AND mode = 'RowShareLock'
      AND granted
      AND pid IS DISTINCT FROM pg_backend_pid()
  );
  INSERT INTO audit_seal_marks (up_to_seq, writers, marked_at)
  SELECT newest, writing, clock_timestamp()
  WHERE newest > last.to_seq
  ON CONFLICT (up_to_seq) DO NOTHING;
  UPDATE audit_seal_marks
  SET writers = ARRAY(SELECT w FROM unnest(writers) w WHERE w = ANY (writing));
  SELECT max(up_to_seq) INTO safe FROM audit_seal_marks WHERE cardinality(writers) = 0;
  DELETE FROM audit_seal_marks WHERE up_to_seq <= safe;

  WHILE last.to_seq < safe LOOP
    SELECT
      last.seal_no + 1,
      last.to_seq + 1,
      CASE WHEN count(*) < most_rows THEN safe ELSE max(page.seq) END,
      count(*),
      min(page.logged_at),
      max(page.logged_at),
      encode(sha256(string_agg(sha256(convert_to(page.canonical, 'UTF8')), ''::bytea ORDER BY page.seq, page.logged_at)), 'hex'),
      last.sha256,
      NULL,
      clock_timestamp()
    INTO seal
    FROM (
      SELECT l.seq, l.logged_at, fxbb_audit_canonical(l) AS canonical
      FROM audit_logs l
      WHERE l.seq > last.to_seq AND l.seq <= safe
      ORDER BY l.seq, l.logged_at
      LIMIT most_rows
    ) page;
    EXIT WHEN seal.rows = 0;
    seal.sha256 := encode(sha256(convert_to(fxbb_audit_seal_text(seal), 'UTF8')), 'hex');
    INSERT INTO audit_seals VALUES (seal.*);
    made := made + 1;
    last := seal;
  END LOOP;
  RETURN made;
END;
$$;
COMMENT ON FUNCTION fxbb_seal_audit() IS 'Seals the rows whose numbers nobody can add to any more, 10,000 at a time, and returns how many seals were made. Waits for another sealer, never for writers; what a running transaction may still add to is left for a later call.';

REVOKE EXECUTE ON FUNCTION fxbb_audit_begin(), fxbb_audit_change(), fxbb_audit_event(text, text, jsonb), fxbb_seal_audit() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  fxbb_audit_event(text, text, jsonb), fxbb_seal_audit(), fxbb_audit_actor(), fxbb_audit_instant(timestamptz), fxbb_audit_canonical(audit_logs), fxbb_audit_seal_text(audit_seals)
TO fxbb_etl;

-- The audited tables and the key under which people look for a row. A table that is not there stops the migration.
DO $$
DECLARE
  audited record;
  arguments text;
BEGIN
  FOR audited IN
    SELECT *
    FROM (
      VALUES
        ('isps', 'code'),
        ('isp_coverage_areas', 'isp_id,location_code'),
        ('isp_contacts', 'isp_id,kind'),
        ('isp_commitments', 'isp_id,commitment,due_date'),
        ('pops', 'isp_id,code'),
        ('network_elements', 'pop_id,code'),
        ('subscriber_count_sources', 'isp_id,bras_id'),
        ('software_agents', 'agent_uuid'),
        ('agent_pop_assignments', 'id'),
        ('snmp_targets', 'id'),
        ('test_targets', 'code'),
        ('maintenance_windows', 'id'),
        ('calendar_days', 'day,kind'),
        ('policy_sets', 'code'),
        ('policy_values', 'policy_set,name,effective_date'),
        ('notice_grades', 'code,effective_date'),
        ('qos_parameters', 'code'),
        ('sla_thresholds', 'policy_set,parameter_code,license_category,package_type,target_type,effective_date'),
        ('penalty_rules', 'id'),
        ('discrepancy_rules', 'code'),
        ('partition_policies', 'parent_table'),
        ('sla_violations', 'id'),
        ('discrepancy_detections', 'discrepancy_rule_id,isp_id,period'),
        ('discrepancy_resolutions', 'discrepancy_rule_id,isp_id,period'),
        ('month_closings', 'period'),
        ('restatements', 'period,figure_id,revision'),
        ('alert_rules', 'code'),
        ('notification_groups', 'code'),
        ('notification_channels', 'id'),
        ('report_schedules', 'code'),
        ('users', 'login'),
        ('roles', 'code'),
        ('permissions', 'code'),
        ('role_permissions', 'role_code,permission_code'),
        ('user_roles', 'user_id,role_code'),
        ('api_keys', 'prefix'),
        ('isp_logins', 'role_name'),
        ('sftp_credentials', 'account,id'),
        ('encrypted_secrets', 'name')
    ) AS t (name, key_columns)
  LOOP
    arguments := format(
      'fxbb_audit_change(%L, %L)',
      (
        SELECT string_agg(a.attname, ',' ORDER BY k.position)
        FROM pg_index i
        CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = audited.name::regclass AND i.indisprimary
      ),
      audited.key_columns);
    EXECUTE format('CREATE OR REPLACE TRIGGER audit_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ', audited.name) || arguments;
    EXECUTE format('CREATE OR REPLACE TRIGGER audit_update AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ', audited.name) || arguments;
    EXECUTE format('CREATE OR REPLACE TRIGGER audit_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ', audited.name) || arguments;
    EXECUTE format('CREATE OR REPLACE TRIGGER audit_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION ', audited.name) || arguments;
  END LOOP;
  -- The first months, so that the first changes need not make theirs.
  PERFORM fxbb_make_partitions('audit_logs', (now() AT TIME ZONE 'Asia/Dhaka')::date, (now() AT TIME ZONE 'Asia/Dhaka')::date + 35);
END;
$$;
