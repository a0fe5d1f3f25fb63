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

CREATE TABLE package_analytics (
  isp_id bigint NOT NULL CONSTRAINT package_analytics_isp_id_fk REFERENCES isps (id),
  snapshot_month date NOT NULL,
  package_id bigint NOT NULL CONSTRAINT package_analytics_package_id_fk REFERENCES packages (id),
  subscribers bigint,
  revenue_bdt numeric(15, 2),
  arpu_bdt numeric(15, 2),
  price_per_mbps_bdt numeric(15, 4),
  churn_pct numeric(7, 3),
  share_of_isp_pct numeric(7, 3),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT package_analytics_isp_id_snapshot_month_package_id_pk PRIMARY KEY (isp_id, snapshot_month, package_id)
);
CREATE INDEX package_analytics_package_id_ix ON package_analytics (package_id);
COMMENT ON INDEX package_analytics_package_id_ix IS 'Serves: foreign key; a package over the months';
COMMENT ON TABLE package_analytics IS 'What a package earned in a month. Restricted.';
COMMENT ON COLUMN package_analytics.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN package_analytics.revenue_bdt IS 'BDT, net of VAT';
COMMENT ON COLUMN package_analytics.arpu_bdt IS 'BDT a subscriber and month, net of VAT';
COMMENT ON COLUMN package_analytics.price_per_mbps_bdt IS 'BDT a month per Mbit/s of download speed';
COMMENT ON COLUMN package_analytics.churn_pct IS 'Percent of subscribers of the month before';
COMMENT ON COLUMN package_analytics.share_of_isp_pct IS 'Percent of the ISP''s revenue';

CREATE TABLE market_analytics (
  snapshot_month date NOT NULL,
  location_code varchar(8) NOT NULL,
  basis text NOT NULL CONSTRAINT market_analytics_basis_ck CHECK (basis IN ('SUBSCRIBERS', 'REVENUE')),
  isps integer NOT NULL,
  subscribers bigint,
  revenue_bdt numeric(15, 2),
  hhi numeric(9, 4),
  top_share_pct numeric(7, 3),
  top4_share_pct numeric(7, 3),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL DEFAULT current_user,
  updated_by text NOT NULL DEFAULT current_user,
  CONSTRAINT market_analytics_snapshot_month_location_code_basis_pk PRIMARY KEY (snapshot_month, location_code, basis)
);
COMMENT ON TABLE market_analytics IS 'Concentration of a market in a month: nation (BD), division or district. Restricted.';
COMMENT ON COLUMN market_analytics.snapshot_month IS 'First day of the month, Asia/Dhaka';
COMMENT ON COLUMN market_analytics.revenue_bdt IS 'BDT, net of VAT';
COMMENT ON COLUMN market_analytics.hhi IS 'Herfindahl-Hirschman index, 0 to 10000: sum of squared percent shares';
COMMENT ON COLUMN market_analytics.top_share_pct IS 'Share of the largest ISP, percent';
COMMENT ON COLUMN market_analytics.top4_share_pct IS 'Share of the four largest ISPs, percent';
