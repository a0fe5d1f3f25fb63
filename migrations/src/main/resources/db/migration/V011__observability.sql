-- Step 11, observability: what was rendered and delivered, alerts and who is told, health.

CREATE TABLE generated_reports (
  id uuid CONSTRAINT generated_reports_id_pk PRIMARY KEY,
  report_code text NOT NULL,
  period date NOT NULL,
  isp_id bigint CONSTRAINT generated_reports_isp_id_fk REFERENCES isps (id),
  file_path text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  policy_set text NOT NULL,
  provisional boolean NOT NULL,
  audit_seal_no bigint,
  audit_seal_sha256 text,
  rendered_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE INDEX generated_reports_isp_id_ix ON generated_reports (isp_id);
CREATE INDEX generated_reports_report_code_period_ix ON generated_reports (report_code, period);
COMMENT ON INDEX generated_reports_isp_id_ix IS 'Serves: scorecards of an ISP; foreign key';
COMMENT ON INDEX generated_reports_report_code_period_ix IS 'Serves: the report library';
COMMENT ON TABLE generated_reports IS 'Every file rendered, the newest rendering of each.';
COMMENT ON COLUMN generated_reports.id IS 'UUIDv5 of <report>/<period>/<file name>';
COMMENT ON COLUMN generated_reports.audit_seal_no IS 'audit_seals.seal_no printed in the file; null = nothing had been logged';
COMMENT ON COLUMN generated_reports.audit_seal_sha256 IS 'audit_seals.sha256 printed in the file';
COMMENT ON COLUMN generated_reports.period IS 'First day of the month, Asia/Dhaka';

CREATE TABLE report_figures (
  figure_id text NOT NULL,
  report_code text NOT NULL,
  period date NOT NULL,
  value_number numeric,
  value_text text,
  unit text NOT NULL,
  CONSTRAINT report_figures_figure_id_pk PRIMARY KEY (figure_id)
);
CREATE INDEX report_figures_report_code_period_ix ON report_figures (report_code, period);
COMMENT ON INDEX report_figures_report_code_period_ix IS 'Serves: replacing and comparing the figures of a report';
COMMENT ON TABLE report_figures IS 'Every number printed in the newest rendering: <report>/<period>/<table>/<row key>/<column>.';
COMMENT ON COLUMN report_figures.period IS 'First day of the month, Asia/Dhaka';

CREATE TABLE report_schedules (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT report_schedules_id_pk PRIMARY KEY,
  code text NOT NULL,
  report_code text NOT NULL,
  period_kind text NOT NULL CONSTRAINT report_schedules_period_kind_ck CHECK (period_kind IN ('DAY', 'MONTH', 'QUARTER')),
  means text NOT NULL CONSTRAINT report_schedules_means_ck CHECK (means IN ('FOLDER', 'SFTP', 'EMAIL', 'OUTBOX')),
  notification_channel_id bigint,
  include_provisional boolean NOT NULL DEFAULT false,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX report_schedules_code_uk ON report_schedules (code) WHERE deleted_at IS NULL;
CREATE INDEX report_schedules_notification_channel_id_ix ON report_schedules (notification_channel_id);
COMMENT ON INDEX report_schedules_code_uk IS 'Serves: naming a schedule';
COMMENT ON INDEX report_schedules_notification_channel_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE report_schedules IS 'Which report goes where once its period is closed.';
COMMENT ON COLUMN report_schedules.period_kind IS 'Length of the period that a delivery covers';
COMMENT ON COLUMN report_schedules.means IS 'OUTBOX: to the outbox of the ISP that the report is about';
COMMENT ON COLUMN report_schedules.include_provisional IS 'Deliver packs of open months too';

CREATE TABLE report_deliveries (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT report_deliveries_id_pk PRIMARY KEY,
  report_schedule_id bigint NOT NULL CONSTRAINT report_deliveries_report_schedule_id_fk REFERENCES report_schedules (id),
  generated_report_id uuid NOT NULL CONSTRAINT report_deliveries_generated_report_id_fk REFERENCES generated_reports (id),
  isp_id bigint CONSTRAINT report_deliveries_isp_id_fk REFERENCES isps (id),
  sha256 text NOT NULL,
  state text NOT NULL CONSTRAINT report_deliveries_state_ck CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'GIVEN_UP')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE UNIQUE INDEX report_deliveries_schedule_report_sha256_uk ON report_deliveries (report_schedule_id, generated_report_id, sha256);
CREATE INDEX report_deliveries_generated_report_id_ix ON report_deliveries (generated_report_id);
CREATE INDEX report_deliveries_isp_id_ix ON report_deliveries (isp_id);
CREATE INDEX report_deliveries_next_attempt_at_ix ON report_deliveries (next_attempt_at) WHERE state IN ('QUEUED', 'FAILED');
COMMENT ON INDEX report_deliveries_schedule_report_sha256_uk IS 'Serves: was this rendering already delivered; foreign key';
COMMENT ON INDEX report_deliveries_generated_report_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX report_deliveries_isp_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX report_deliveries_next_attempt_at_ix IS 'Serves: what is due to be sent';
COMMENT ON TABLE report_deliveries IS 'One row per rendering and schedule: delivered, or how often it was tried.';
COMMENT ON COLUMN report_deliveries.sha256 IS 'Of the file that was or will be delivered; another rendering is another delivery';

CREATE TABLE alert_rules (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT alert_rules_id_pk PRIMARY KEY,
  code text NOT NULL,
  name_en text NOT NULL,
  name_bn text,
  metric text NOT NULL,
  comparator text NOT NULL CONSTRAINT alert_rules_comparator_ck CHECK (comparator IN ('<', '<=', '>', '>=')),
  threshold numeric NOT NULL,
  unit text NOT NULL,
  for_minutes integer NOT NULL DEFAULT 0 CONSTRAINT alert_rules_for_minutes_ck CHECK (for_minutes >= 0),
  cooldown_minutes integer NOT NULL DEFAULT 60 CONSTRAINT alert_rules_cooldown_minutes_ck CHECK (cooldown_minutes >= 0),
  severity text NOT NULL CONSTRAINT alert_rules_severity_ck CHECK (severity IN ('INFO', 'WARNING', 'CRITICAL')),
  notification_group_id bigint,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX alert_rules_code_uk ON alert_rules (code) WHERE deleted_at IS NULL;
CREATE INDEX alert_rules_notification_group_id_ix ON alert_rules (notification_group_id);
COMMENT ON INDEX alert_rules_code_uk IS 'Serves: naming a rule';
COMMENT ON INDEX alert_rules_notification_group_id_ix IS 'Serves: foreign key';
COMMENT ON TABLE alert_rules IS 'When an operator is told. Alerts are no violations.';
COMMENT ON COLUMN alert_rules.metric IS 'qos_parameters.code, or a metric of system_health';
COMMENT ON COLUMN alert_rules.threshold IS 'In unit';
COMMENT ON COLUMN alert_rules.for_minutes IS 'Minutes the condition must have held';
COMMENT ON COLUMN alert_rules.cooldown_minutes IS 'Minutes before the same subject is reported again';
INSERT INTO alert_rules (code, name_en, name_bn, metric, comparator, threshold, unit, cooldown_minutes, severity)
VALUES ('agent-silent', 'Agent is silent', 'এজেন্ট নীরব', 'agent.silent-windows', '>', 2, 'windows', 60, 'WARNING');

CREATE TABLE alerts (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT alerts_id_pk PRIMARY KEY,
  alert_rule_id bigint NOT NULL CONSTRAINT alerts_alert_rule_id_fk REFERENCES alert_rules (id),
  subject_key text NOT NULL,
  isp_id bigint CONSTRAINT alerts_isp_id_fk REFERENCES isps (id),
  pop_id bigint CONSTRAINT alerts_pop_id_fk REFERENCES pops (id),
  state text NOT NULL CONSTRAINT alerts_state_ck CHECK (state IN ('RAISED', 'ACKNOWLEDGED', 'RESOLVED')),
  value numeric,
  raised_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text,
  resolved_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE UNIQUE INDEX alerts_alert_rule_id_subject_key_raised_at_uk ON alerts (alert_rule_id, subject_key, raised_at);
CREATE INDEX alerts_isp_id_ix ON alerts (isp_id);
CREATE INDEX alerts_pop_id_ix ON alerts (pop_id);
CREATE INDEX alerts_state_ix ON alerts (state) WHERE state <> 'RESOLVED';
COMMENT ON INDEX alerts_alert_rule_id_subject_key_raised_at_uk IS 'Serves: the newest alert of a subject (cool-down); foreign key';
COMMENT ON INDEX alerts_isp_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX alerts_pop_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX alerts_state_ix IS 'Serves: open alerts of the console';
COMMENT ON TABLE alerts IS 'Alerts raised by a rule about a subject.';
COMMENT ON COLUMN alerts.subject_key IS 'isp code, <isp>/<pop>, agent uuid, or the component of system_health';
COMMENT ON COLUMN alerts.value IS 'What was measured, in the unit of the rule';
COMMENT ON COLUMN alerts.acknowledged_by IS '[pii] login of the operator';

CREATE TABLE notification_groups (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notification_groups_id_pk PRIMARY KEY,
  code text NOT NULL,
  name_en text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX notification_groups_code_uk ON notification_groups (code) WHERE deleted_at IS NULL;
COMMENT ON INDEX notification_groups_code_uk IS 'Serves: naming a group';
COMMENT ON TABLE notification_groups IS 'Who is told together.';
ALTER TABLE alert_rules ADD CONSTRAINT alert_rules_notification_group_id_fk FOREIGN KEY (notification_group_id) REFERENCES notification_groups (id);

CREATE TABLE notification_channels (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notification_channels_id_pk PRIMARY KEY,
  notification_group_id bigint NOT NULL CONSTRAINT notification_channels_notification_group_id_fk REFERENCES notification_groups (id),
  kind text NOT NULL CONSTRAINT notification_channels_kind_ck CHECK (kind IN ('EMAIL', 'WEBHOOK', 'SFTP')),
  address text NOT NULL,
  credential_ref text,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX notification_channels_group_kind_address_uk ON notification_channels (notification_group_id, kind, address) WHERE deleted_at IS NULL;
COMMENT ON INDEX notification_channels_group_kind_address_uk IS 'Serves: channels of a group; foreign key';
COMMENT ON TABLE notification_channels IS 'Ways to reach a group: an address, and the name of the secret that opens it.';
COMMENT ON COLUMN notification_channels.address IS '[pii] e-mail address, URL without credentials, or sftp account';
COMMENT ON COLUMN notification_channels.credential_ref IS 'encrypted_secrets.name of the password or signing key; never the value';
ALTER TABLE report_schedules ADD CONSTRAINT report_schedules_notification_channel_id_fk FOREIGN KEY (notification_channel_id) REFERENCES notification_channels (id);

CREATE TABLE notifications (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notifications_id_pk PRIMARY KEY,
  message_key text NOT NULL,
  means text NOT NULL CONSTRAINT notifications_means_ck CHECK (means IN ('EMAIL', 'WEBHOOK', 'SFTP', 'OUTBOX')),
  notification_channel_id bigint CONSTRAINT notifications_notification_channel_id_fk REFERENCES notification_channels (id),
  alert_id bigint CONSTRAINT notifications_alert_id_fk REFERENCES alerts (id),
  isp_id bigint CONSTRAINT notifications_isp_id_fk REFERENCES isps (id),
  period date,
  subject text NOT NULL,
  state text NOT NULL CONSTRAINT notifications_state_ck CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'GIVEN_UP', 'NOT_NEEDED')),
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  sent_at timestamptz,
  error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user
);
CREATE UNIQUE INDEX notifications_message_key_means_uk ON notifications (message_key, means);
CREATE INDEX notifications_notification_channel_id_ix ON notifications (notification_channel_id);
CREATE INDEX notifications_alert_id_ix ON notifications (alert_id);
CREATE INDEX notifications_isp_id_ix ON notifications (isp_id);
CREATE INDEX notifications_next_attempt_at_ix ON notifications (next_attempt_at) WHERE state IN ('QUEUED', 'FAILED');
COMMENT ON INDEX notifications_message_key_means_uk IS 'Serves: the same message goes out once, however often it is asked for';
COMMENT ON INDEX notifications_notification_channel_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX notifications_alert_id_ix IS 'Serves: who was told of an alert; foreign key';
COMMENT ON INDEX notifications_isp_id_ix IS 'Serves: foreign key';
COMMENT ON INDEX notifications_next_attempt_at_ix IS 'Serves: what is due to be sent';
COMMENT ON TABLE notifications IS 'Messages to channels and to ISPs, with their attempts. Texts are made when they are sent.';
COMMENT ON COLUMN notifications.message_key IS 'What the message is, such as reminder/2026-01/isp-0001/LAST_DAY';
COMMENT ON COLUMN notifications.notification_channel_id IS 'Null: to the ISP itself, by its contact or its outbox';
COMMENT ON COLUMN notifications.period IS 'First day of the month that it is about, Asia/Dhaka; null = of no month';
COMMENT ON COLUMN notifications.state IS 'NOT_NEEDED: its reason was gone before it was sent';

CREATE TABLE system_health (
  time timestamptz NOT NULL,
  component text NOT NULL,
  metric text NOT NULL,
  value double precision NOT NULL,
  unit text NOT NULL,
  CONSTRAINT system_health_component_metric_time_pk PRIMARY KEY (component, metric, time)
) PARTITION BY RANGE (time);
COMMENT ON TABLE system_health IS 'How the engine and its database were: queue lengths, ages, sizes. Monthly partitions.';
COMMENT ON COLUMN system_health.value IS 'In unit';

CREATE TABLE intake_uptime (
  alive_from timestamptz CONSTRAINT intake_uptime_alive_from_pk PRIMARY KEY,
  alive_to timestamptz NOT NULL,
  CONSTRAINT intake_uptime_alive_to_ck CHECK (alive_to >= alive_from)
);
COMMENT ON TABLE intake_uptime IS 'Stretches during which the schedule took files: one row while its cycles follow each other. What lies between two stretches is down-time, by which deadlines move. Kept for ever.';
COMMENT ON COLUMN intake_uptime.alive_from IS 'Start of the first cycle';
COMMENT ON COLUMN intake_uptime.alive_to IS 'End of the newest cycle';

CREATE TABLE dashboard_cache (
  cache_key text CONSTRAINT dashboard_cache_cache_key_pk PRIMARY KEY,
  content jsonb NOT NULL,
  computed_at timestamptz NOT NULL,
  valid_until timestamptz NOT NULL
);
COMMENT ON TABLE dashboard_cache IS 'Figures of the console that are dear to compute; may be emptied at any time.';
