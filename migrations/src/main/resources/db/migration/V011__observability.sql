-- Step 11, observability: what was rendered.

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
  rendered_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX generated_reports_isp_id_ix ON generated_reports (isp_id);
CREATE INDEX generated_reports_report_code_period_ix ON generated_reports (report_code, period);
COMMENT ON INDEX generated_reports_isp_id_ix IS 'Serves: scorecards of an ISP; foreign key';
COMMENT ON INDEX generated_reports_report_code_period_ix IS 'Serves: the report library';
COMMENT ON TABLE generated_reports IS 'Every file rendered, the newest rendering of each.';
COMMENT ON COLUMN generated_reports.id IS 'UUIDv5 of <report>/<period>/<file name>';
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
