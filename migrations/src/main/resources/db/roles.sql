-- Cluster-wide roles: the six of the specification, and fxbb_analyst for the anonymised view of revenue.
-- Run before Flyway by the login that migrates, as often as wanted.
DO $$
DECLARE
  role_name text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('fxbb_roles'));
  FOREACH role_name IN ARRAY ARRAY['fxbb_owner', 'fxbb_etl', 'fxbb_report', 'fxbb_finance', 'fxbb_isp', 'fxbb_monitor', 'fxbb_analyst'] LOOP
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role_name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    END IF;
    IF NOT pg_has_role(current_user, role_name, 'MEMBER') OR NOT EXISTS (
      SELECT 1 FROM pg_auth_members m
      JOIN pg_roles r ON r.oid = m.roleid
      JOIN pg_roles u ON u.oid = m.member
      WHERE r.rolname = role_name AND u.rolname = current_user AND NOT m.admin_option
    ) THEN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    END IF;
  END LOOP;
  IF NOT pg_has_role('fxbb_analyst', 'fxbb_report', 'MEMBER') THEN
    GRANT fxbb_report TO fxbb_analyst;
  END IF;
  -- Temporary tables, and where a superuser took them from everybody advisory locks, are the engine's.
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  FOR role_name IN
    SELECT oid::regprocedure FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_(try_)?advisory_'
      AND has_function_privilege(oid, 'EXECUTE WITH GRANT OPTION')
  LOOP
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO fxbb_owner, fxbb_etl', role_name);
  END LOOP;
  EXECUTE format('GRANT CREATE, TEMPORARY, CONNECT ON DATABASE %I TO fxbb_owner', current_database());
  EXECUTE format('GRANT TEMPORARY, CONNECT ON DATABASE %I TO fxbb_etl', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO fxbb_report, fxbb_finance, fxbb_isp, fxbb_monitor, fxbb_analyst', current_database());
  GRANT CREATE, USAGE ON SCHEMA public TO fxbb_owner;
  -- Lets the doctor see what other logins do; only where this login may hand it on.
  IF NOT pg_has_role('fxbb_monitor', 'pg_monitor', 'MEMBER') THEN
    BEGIN
      GRANT pg_monitor TO fxbb_monitor;
    EXCEPTION WHEN insufficient_privilege THEN
      NULL;
    END;
  END IF;
END;
$$;
