CREATE TABLE benchmark_filing (
  package_code text NOT NULL,
  bbs_code varchar(8) NOT NULL,
  current_count bigint NOT NULL,
  new_count bigint NOT NULL,
  churned_count bigint NOT NULL,
  suspended_count bigint NOT NULL,
  PRIMARY KEY (package_code, bbs_code)
);
