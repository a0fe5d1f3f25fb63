-- Step 7, revenue. Restricted: fxbb_report has no grant here (R__grants.sql).

CREATE TABLE revenue_details (
  isp_id bigint NOT NULL,
  snapshot_month date NOT NULL,
  package_id bigint NOT NULL,
  location_code varchar(8) NOT NULL,
  subscriber_revenue_bdt numeric(15, 2) NOT NULL,
  vat_bdt numeric(15, 2) NOT NULL,
  installation_revenue_bdt numeric(15, 2),
  other_revenue_bdt numeric(15, 2),
  paying_subscribers bigint,
  submission_id bigint NOT NULL,
  CONSTRAINT revenue_details_isp_month_package_location_pk PRIMARY KEY (isp_id, snapshot_month, package_id, location_code)
);
COMMENT ON TABLE revenue_details IS 'The revenue filing of a month, as in force. Restricted.';
COMMENT ON COLUMN revenue_details.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN revenue_details.subscriber_revenue_bdt IS 'BDT, net of VAT';
COMMENT ON COLUMN revenue_details.vat_bdt IS 'BDT';
COMMENT ON COLUMN revenue_details.installation_revenue_bdt IS 'BDT, net of VAT';
COMMENT ON COLUMN revenue_details.other_revenue_bdt IS 'BDT, net of VAT';

CREATE TABLE revenue_snapshots (
  isp_id bigint NOT NULL,
  snapshot_month date NOT NULL,
  subscriber_revenue_bdt numeric(15, 2) NOT NULL,
  vat_bdt numeric(15, 2) NOT NULL,
  installation_revenue_bdt numeric(15, 2) NOT NULL,
  other_revenue_bdt numeric(15, 2) NOT NULL,
  paying_subscribers bigint,
  submission_id bigint NOT NULL,
  CONSTRAINT revenue_snapshots_isp_id_snapshot_month_pk PRIMARY KEY (isp_id, snapshot_month)
);
COMMENT ON TABLE revenue_snapshots IS 'Sums of revenue_details per ISP and month, made in the same transaction. Restricted.';
COMMENT ON COLUMN revenue_snapshots.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN revenue_snapshots.subscriber_revenue_bdt IS 'BDT, net of VAT';
COMMENT ON COLUMN revenue_snapshots.vat_bdt IS 'BDT';
COMMENT ON COLUMN revenue_snapshots.installation_revenue_bdt IS 'BDT, net of VAT';
COMMENT ON COLUMN revenue_snapshots.other_revenue_bdt IS 'BDT, net of VAT';
