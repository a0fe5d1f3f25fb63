-- Step 9, users and security: who may use the engine, with what, and what they changed.

-- Users, roles, keys and secrets.

CREATE TABLE roles (
  code text CONSTRAINT roles_code_pk PRIMARY KEY,
  name_en text NOT NULL,
  name_bn text NOT NULL,
  database_role text NOT NULL CONSTRAINT roles_database_role_ck CHECK (database_role IN ('fxbb_etl', 'fxbb_report', 'fxbb_finance', 'fxbb_isp', 'fxbb_monitor', 'fxbb_analyst')),
  sort_order smallint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE roles IS 'What a user may be to the engine. Reference data.';
COMMENT ON COLUMN roles.database_role IS 'The PostgreSQL role that reads and writes for a user of this role';
INSERT INTO roles (code, name_en, name_bn, database_role, sort_order)
VALUES
  ('ADMIN', 'Administrator', 'প্রশাসক', 'fxbb_etl', 1),
  ('OPERATOR', 'Operator on duty', 'কর্তব্যরত পরিচালক', 'fxbb_etl', 2),
  ('ANALYST', 'Analyst', 'বিশ্লেষক', 'fxbb_analyst', 3),
  ('FINANCE', 'Finance', 'অর্থ', 'fxbb_finance', 4),
  ('ENFORCEMENT', 'Enforcement', 'প্রয়োগ', 'fxbb_report', 5),
  ('ISP', 'Internet service provider', 'ইন্টারনেট সেবাদাতা', 'fxbb_isp', 6),
  ('AUDITOR', 'Auditor', 'নিরীক্ষক', 'fxbb_report', 7);

CREATE TABLE permissions (
  code text CONSTRAINT permissions_code_pk PRIMARY KEY,
  name_en text NOT NULL,
  sort_order smallint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
COMMENT ON TABLE permissions IS 'What can be allowed, one row for each group of commands. Reference data.';
INSERT INTO permissions (code, name_en, sort_order)
VALUES
  ('status.read', 'See arrivals, runs and the state of the engine', 1),
  ('reports.read', 'Read rendered packs and the figures in them', 2),
  ('revenue.read', 'Read revenue amounts', 3),
  ('jobs.run', 'Start jobs and render packs', 4),
  ('findings.decide', 'Decide on violations and discrepancies', 5),
  ('users.manage', 'Add and revoke users, keys and secrets', 6),
  ('audit.read', 'Read the audit log', 7),
  ('filings.send', 'Send files and read the answers to them', 8);

CREATE TABLE role_permissions (
  role_code text NOT NULL CONSTRAINT role_permissions_role_code_fk REFERENCES roles (code),
  permission_code text NOT NULL CONSTRAINT role_permissions_permission_code_fk REFERENCES permissions (code),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT role_permissions_role_code_permission_code_pk PRIMARY KEY (role_code, permission_code)
);
CREATE INDEX role_permissions_permission_code_ix ON role_permissions (permission_code);
COMMENT ON INDEX role_permissions_permission_code_ix IS 'Serves: who may do this; foreign key';
COMMENT ON TABLE role_permissions IS 'What each role may do. Reference data.';
INSERT INTO role_permissions (role_code, permission_code)
VALUES
  ('ADMIN', 'status.read'),
  ('ADMIN', 'reports.read'),
  ('ADMIN', 'jobs.run'),
  ('ADMIN', 'users.manage'),
  ('OPERATOR', 'status.read'),
  ('OPERATOR', 'reports.read'),
  ('OPERATOR', 'jobs.run'),
  ('ANALYST', 'status.read'),
  ('ANALYST', 'reports.read'),
  ('FINANCE', 'status.read'),
  ('FINANCE', 'reports.read'),
  ('FINANCE', 'revenue.read'),
  ('ENFORCEMENT', 'status.read'),
  ('ENFORCEMENT', 'reports.read'),
  ('ENFORCEMENT', 'findings.decide'),
  ('ISP', 'reports.read'),
  ('ISP', 'filings.send'),
  ('AUDITOR', 'status.read'),
  ('AUDITOR', 'reports.read'),
  ('AUDITOR', 'audit.read');

CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT users_id_pk PRIMARY KEY,
  login text NOT NULL CONSTRAINT users_login_ck CHECK (login ~ '^[a-z][a-z0-9._-]{1,62}$'),
  name text NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL CONSTRAINT users_password_hash_ck CHECK (password_hash LIKE '$argon2id$%'),
  isp_id bigint CONSTRAINT users_isp_id_fk REFERENCES isps (id),
  status text NOT NULL DEFAULT 'ACTIVE' CONSTRAINT users_status_ck CHECK (status IN ('ACTIVE', 'LOCKED', 'REVOKED')),
  failed_logins integer NOT NULL DEFAULT 0 CONSTRAINT users_failed_logins_ck CHECK (failed_logins >= 0),
  locked_until timestamptz,
  last_login_at timestamptz,
  password_changed_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz,
  CONSTRAINT users_locked_until_ck CHECK ((status = 'LOCKED') = (locked_until IS NOT NULL))
);
CREATE UNIQUE INDEX users_login_uk ON users (login) WHERE deleted_at IS NULL;
CREATE INDEX users_isp_id_ix ON users (isp_id);
COMMENT ON INDEX users_login_uk IS 'Serves: a user logs in; fxbb users';
COMMENT ON INDEX users_isp_id_ix IS 'Serves: users of an ISP; foreign key';
COMMENT ON TABLE users IS 'People who use the engine. A revoked user keeps the row, and nobody else gets the login.';
COMMENT ON COLUMN users.login IS 'Lower case; unique';
COMMENT ON COLUMN users.name IS '[pii]';
COMMENT ON COLUMN users.email IS '[pii]';
COMMENT ON COLUMN users.password_hash IS '[secret] Argon2id, PHC string';
COMMENT ON COLUMN users.isp_id IS 'The ISP that the user belongs to; null = the regulator';
COMMENT ON COLUMN users.failed_logins IS 'Wrong passwords since the last right one';
COMMENT ON COLUMN users.locked_until IS 'A LOCKED user may try again from this instant on';

CREATE TABLE user_roles (
  user_id bigint NOT NULL CONSTRAINT user_roles_user_id_fk REFERENCES users (id),
  role_code text NOT NULL CONSTRAINT user_roles_role_code_fk REFERENCES roles (code),
  granted_at timestamptz NOT NULL DEFAULT now(),
  granted_by text NOT NULL DEFAULT current_user,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT user_roles_user_id_role_code_pk PRIMARY KEY (user_id, role_code)
);
CREATE INDEX user_roles_role_code_ix ON user_roles (role_code);
COMMENT ON INDEX user_roles_role_code_ix IS 'Serves: who has this role; foreign key';
COMMENT ON TABLE user_roles IS 'Which roles a user has now; withdrawing one removes the row, the audit log keeps it.';

CREATE TABLE user_sessions (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT user_sessions_id_pk PRIMARY KEY,
  user_id bigint NOT NULL CONSTRAINT user_sessions_user_id_fk REFERENCES users (id),
  token_hash text NOT NULL CONSTRAINT user_sessions_token_hash_uk UNIQUE,
  issued_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  address text,
  CONSTRAINT user_sessions_expires_at_ck CHECK (expires_at > issued_at)
);
CREATE INDEX user_sessions_user_id_ix ON user_sessions (user_id);
COMMENT ON INDEX user_sessions_token_hash_uk IS 'Serves: whose session is this';
COMMENT ON INDEX user_sessions_user_id_ix IS 'Serves: ending the sessions of a user; foreign key';
COMMENT ON TABLE user_sessions IS 'Logins at the console.';
COMMENT ON COLUMN user_sessions.token_hash IS '[secret] SHA-256 of the random token, hexadecimal';
COMMENT ON COLUMN user_sessions.expires_at IS 'The first instant at which the session is over';
COMMENT ON COLUMN user_sessions.address IS '[pii] Network address of the client';

CREATE TABLE api_keys (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT api_keys_id_pk PRIMARY KEY,
  name text NOT NULL,
  user_id bigint CONSTRAINT api_keys_user_id_fk REFERENCES users (id),
  isp_id bigint CONSTRAINT api_keys_isp_id_fk REFERENCES isps (id),
  agent_id bigint CONSTRAINT api_keys_agent_id_fk REFERENCES software_agents (id),
  prefix text NOT NULL CONSTRAINT api_keys_prefix_uk UNIQUE CONSTRAINT api_keys_prefix_ck CHECK (prefix ~ '^[a-z0-9]{8}$'),
  key_hash text NOT NULL CONSTRAINT api_keys_key_hash_ck CHECK (key_hash LIKE '$argon2id$%'),
  scopes text[] NOT NULL DEFAULT '{}',
  valid_from timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  replaced_by bigint CONSTRAINT api_keys_replaced_by_fk REFERENCES api_keys (id),
  grace_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT api_keys_owner_ck CHECK (num_nonnulls(user_id, isp_id, agent_id) = 1),
  CONSTRAINT api_keys_expires_at_ck CHECK (expires_at > valid_from),
  CONSTRAINT api_keys_grace_until_ck CHECK ((replaced_by IS NULL) = (grace_until IS NULL))
);
CREATE INDEX api_keys_user_id_ix ON api_keys (user_id);
CREATE INDEX api_keys_isp_id_ix ON api_keys (isp_id);
CREATE INDEX api_keys_agent_id_ix ON api_keys (agent_id);
CREATE INDEX api_keys_replaced_by_ix ON api_keys (replaced_by);
COMMENT ON INDEX api_keys_prefix_uk IS 'Serves: finding the key that a request carries';
COMMENT ON INDEX api_keys_user_id_ix IS 'Serves: keys of a user; foreign key';
COMMENT ON INDEX api_keys_isp_id_ix IS 'Serves: keys of an ISP; foreign key';
COMMENT ON INDEX api_keys_agent_id_ix IS 'Serves: keys of an agent; foreign key';
COMMENT ON INDEX api_keys_replaced_by_ix IS 'Serves: foreign key';
COMMENT ON TABLE api_keys IS 'Keys of programs, fxbb_<prefix>_<32 random bytes>; each belongs to one user, ISP or agent.';
COMMENT ON COLUMN api_keys.prefix IS 'The part of the key that is no secret and names the row';
COMMENT ON COLUMN api_keys.key_hash IS '[secret] Argon2id of the whole key, PHC string';
COMMENT ON COLUMN api_keys.scopes IS 'Codes of permissions; empty = all that the owner may';
COMMENT ON COLUMN api_keys.valid_from IS 'The first instant at which the key opens';
COMMENT ON COLUMN api_keys.expires_at IS 'The first instant at which it does not any more; null = never';
COMMENT ON COLUMN api_keys.replaced_by IS 'The key that came in its place';
COMMENT ON COLUMN api_keys.grace_until IS 'The first instant at which a replaced key does not open any more';

CREATE TABLE isp_logins (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT isp_logins_id_pk PRIMARY KEY,
  isp_id bigint NOT NULL CONSTRAINT isp_logins_isp_id_fk REFERENCES isps (id),
  role_name text NOT NULL CONSTRAINT isp_logins_role_name_uk UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE INDEX isp_logins_isp_id_ix ON isp_logins (isp_id);
COMMENT ON INDEX isp_logins_isp_id_ix IS 'Serves: the database login of an ISP; foreign key';
COMMENT ON INDEX isp_logins_role_name_uk IS 'Serves: the row-level security of every table with isp_id';
COMMENT ON TABLE isp_logins IS 'Which PostgreSQL login sees the rows of which ISP. The row is the access: revoking removes it, also for open sessions; the audit log keeps it.';
COMMENT ON COLUMN isp_logins.role_name IS 'Name of a PostgreSQL role that may log in and is a member of fxbb_isp';

CREATE TABLE sftp_credentials (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT sftp_credentials_id_pk PRIMARY KEY,
  account text NOT NULL,
  isp_id bigint CONSTRAINT sftp_credentials_isp_id_fk REFERENCES isps (id),
  agent_id bigint CONSTRAINT sftp_credentials_agent_id_fk REFERENCES software_agents (id),
  kind text NOT NULL CONSTRAINT sftp_credentials_kind_ck CHECK (kind IN ('PUBLIC_KEY', 'PASSWORD')),
  public_key text,
  fingerprint text CONSTRAINT sftp_credentials_fingerprint_ck CHECK (fingerprint ~ '^SHA256:[A-Za-z0-9+/]{43}$'),
  password_hash text CONSTRAINT sftp_credentials_password_hash_ck CHECK (password_hash LIKE '$argon2id$%'),
  valid_from timestamptz NOT NULL,
  valid_to timestamptz,
  revoked_at timestamptz,
  failed_logins integer NOT NULL DEFAULT 0 CONSTRAINT sftp_credentials_failed_logins_ck CHECK (failed_logins >= 0),
  locked_until timestamptz,
  last_login_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT sftp_credentials_owner_ck CHECK (num_nonnulls(isp_id, agent_id) = 1),
  CONSTRAINT sftp_credentials_value_ck CHECK (
    CASE kind
      WHEN 'PUBLIC_KEY' THEN public_key IS NOT NULL AND fingerprint IS NOT NULL AND password_hash IS NULL
      ELSE public_key IS NULL AND fingerprint IS NULL AND password_hash IS NOT NULL
    END
  )
);
CREATE INDEX sftp_credentials_account_ix ON sftp_credentials (account);
CREATE UNIQUE INDEX sftp_credentials_account_fingerprint_uk ON sftp_credentials (account, fingerprint) WHERE revoked_at IS NULL;
CREATE INDEX sftp_credentials_isp_id_ix ON sftp_credentials (isp_id);
CREATE INDEX sftp_credentials_agent_id_ix ON sftp_credentials (agent_id);
COMMENT ON INDEX sftp_credentials_account_ix IS 'Serves: what opens this account';
COMMENT ON INDEX sftp_credentials_account_fingerprint_uk IS 'Serves: does this public key open this account';
COMMENT ON INDEX sftp_credentials_isp_id_ix IS 'Serves: credentials of an ISP; foreign key';
COMMENT ON INDEX sftp_credentials_agent_id_ix IS 'Serves: credentials of an agent; foreign key';
COMMENT ON TABLE sftp_credentials IS 'What opens an SFTP account: any number of public keys and passwords, each with its time.';
COMMENT ON COLUMN sftp_credentials.account IS 'Code of the ISP or UUID of the agent';
COMMENT ON COLUMN sftp_credentials.public_key IS 'Type and base64 of an OpenSSH public key, without comment';
COMMENT ON COLUMN sftp_credentials.fingerprint IS 'As ssh-keygen -lf prints it: SHA256: and base64 without padding';
COMMENT ON COLUMN sftp_credentials.password_hash IS '[secret] Argon2id, PHC string';
COMMENT ON COLUMN sftp_credentials.valid_from IS 'The first instant at which it opens';
COMMENT ON COLUMN sftp_credentials.valid_to IS 'The first instant at which it does not any more; null = no end';
COMMENT ON COLUMN sftp_credentials.failed_logins IS 'Wrong passwords since the last right one; 0 for public keys';
COMMENT ON COLUMN sftp_credentials.locked_until IS 'After too many wrong passwords: may be tried again from this instant on';

CREATE TABLE encrypted_secrets (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT encrypted_secrets_id_pk PRIMARY KEY,
  name text NOT NULL CONSTRAINT encrypted_secrets_name_ck CHECK (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  purpose text NOT NULL CONSTRAINT encrypted_secrets_purpose_ck CHECK (purpose IN ('SNMP_COMMUNITY', 'SNMP_V3_AUTH', 'SNMP_V3_PRIV', 'SMTP_PASSWORD', 'CHANNEL', 'OTHER')),
  key_id text,
  ciphertext bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz,
  CONSTRAINT encrypted_secrets_ciphertext_ck CHECK (num_nonnulls(key_id, ciphertext) = CASE WHEN deleted_at IS NULL THEN 2 ELSE 0 END)
);
CREATE UNIQUE INDEX encrypted_secrets_name_uk ON encrypted_secrets (name) WHERE deleted_at IS NULL;
COMMENT ON INDEX encrypted_secrets_name_uk IS 'Serves: the value that a setting names';
COMMENT ON TABLE encrypted_secrets IS 'Secrets that the engine must know in clear, encrypted at rest. A removed one keeps the row without its value.';
COMMENT ON COLUMN encrypted_secrets.name IS 'What settings write instead of the value, such as snmp_targets.credential_ref';
COMMENT ON COLUMN encrypted_secrets.key_id IS 'The key of the key ring that decrypts it';
COMMENT ON COLUMN encrypted_secrets.ciphertext IS '[secret] AES-256-GCM: 12 bytes nonce, the encrypted value, 16 bytes tag; bound to name, purpose and key id';

-- The audit log and its seals.

CREATE SEQUENCE audit_logs_seq AS bigint;
COMMENT ON SEQUENCE audit_logs_seq IS 'Numbers of audit_logs. A change that was rolled back leaves a gap.';

CREATE TABLE audit_logs (
  seq bigint NOT NULL,
  logged_at timestamptz NOT NULL,
  actor text NOT NULL,
  login text NOT NULL,
  session_role text NOT NULL,
  action text NOT NULL CONSTRAINT audit_logs_action_ck CHECK (action IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'EVENT')),
  event text,
  table_name text,
  row_key text,
  isp_id bigint,
  before jsonb,
  after jsonb,
  changed_columns text[],
  CONSTRAINT audit_logs_seq_logged_at_pk PRIMARY KEY (seq, logged_at),
  CONSTRAINT audit_logs_event_ck CHECK ((action = 'EVENT') = (event IS NOT NULL)),
  CONSTRAINT audit_logs_table_name_ck CHECK ((action = 'EVENT') = (table_name IS NULL))
) PARTITION BY RANGE (logged_at);
CREATE INDEX audit_logs_table_name_row_key_ix ON audit_logs (table_name, row_key);
COMMENT ON INDEX audit_logs_table_name_row_key_ix IS 'Serves: who changed this row, and when';
COMMENT ON TABLE audit_logs IS 'Who changed what in the tables that decide about somebody, and events such as refused logins. Written by triggers only, sealed by audit_seals. Monthly partitions.';
COMMENT ON COLUMN audit_logs.seq IS 'From audit_logs_seq, across partitions';
COMMENT ON COLUMN audit_logs.logged_at IS 'The server''s clock when the statement ended, whatever --as-of says';
COMMENT ON COLUMN audit_logs.actor IS 'Who or what acted, as the session says (setting fxbb.actor), else the login';
COMMENT ON COLUMN audit_logs.login IS 'Who was authenticated (session_user); no session can choose it';
COMMENT ON COLUMN audit_logs.session_role IS 'The role that the session had taken on';
COMMENT ON COLUMN audit_logs.event IS 'EVENT: what happened, such as login.refused; null for changes of rows';
COMMENT ON COLUMN audit_logs.row_key IS 'Natural or primary key of the row, parts joined by /; EVENT: the subject; TRUNCATE: null';
COMMENT ON COLUMN audit_logs.before IS 'The whole row before, columns marked [pii] or [secret] as ***; null for INSERT. TRUNCATE: how many rows';
COMMENT ON COLUMN audit_logs.after IS 'The whole row after, masked in the same way; null for DELETE. EVENT: its details';
COMMENT ON COLUMN audit_logs.changed_columns IS 'UPDATE: names of the columns whose value changed, masked ones too';

CREATE TABLE audit_seals (
  seal_no bigint CONSTRAINT audit_seals_seal_no_pk PRIMARY KEY,
  from_seq bigint NOT NULL CONSTRAINT audit_seals_from_seq_uk UNIQUE,
  to_seq bigint NOT NULL,
  rows bigint NOT NULL CONSTRAINT audit_seals_rows_ck CHECK (rows > 0),
  first_logged_at timestamptz NOT NULL,
  last_logged_at timestamptz NOT NULL,
  rows_sha256 text NOT NULL,
  previous_sha256 text NOT NULL,
  sha256 text NOT NULL,
  sealed_at timestamptz NOT NULL,
  CONSTRAINT audit_seals_from_seq_to_seq_ck CHECK (from_seq <= to_seq)
);
COMMENT ON INDEX audit_seals_from_seq_uk IS 'Serves: which seal covers a number; two seals never begin at the same one';
COMMENT ON TABLE audit_seals IS 'One seal per run of numbers of audit_logs, each over its rows and over the seal before. Written by fxbb_seal_audit only.';
COMMENT ON COLUMN audit_seals.seal_no IS '1, 2, 3 without a gap';
COMMENT ON COLUMN audit_seals.from_seq IS 'to_seq of the seal before, plus 1';
COMMENT ON COLUMN audit_seals.to_seq IS 'Last number covered; numbers without a row were rolled back';
COMMENT ON COLUMN audit_seals.rows IS 'Rows of audit_logs from from_seq to to_seq';
COMMENT ON COLUMN audit_seals.first_logged_at IS 'Earliest logged_at among the rows';
COMMENT ON COLUMN audit_seals.last_logged_at IS 'Latest logged_at among the rows';
COMMENT ON COLUMN audit_seals.rows_sha256 IS 'SHA-256, hexadecimal, over the SHA-256 of fxbb_audit_canonical of each row in order of seq';
COMMENT ON COLUMN audit_seals.previous_sha256 IS 'sha256 of the seal before; 64 zeros for the first';
COMMENT ON COLUMN audit_seals.sha256 IS 'SHA-256, hexadecimal, of fxbb_audit_seal_text: all other columns of this row';

CREATE TABLE audit_seal_marks (
  up_to_seq bigint CONSTRAINT audit_seal_marks_up_to_seq_pk PRIMARY KEY,
  writers text[] NOT NULL,
  marked_at timestamptz NOT NULL
);
COMMENT ON TABLE audit_seal_marks IS 'How far the log may be sealed once the transactions that were writing to it have ended. Kept by fxbb_seal_audit.';
COMMENT ON COLUMN audit_seal_marks.up_to_seq IS 'Newest number when the mark was made';
COMMENT ON COLUMN audit_seal_marks.writers IS 'pg_locks.virtualtransaction of each transaction that may hold a number up to up_to_seq and has not ended';
