COPY found_verdicts (
  policy_set, period, level, subject_key, isp_id, pop_id, parameter_code, verdict, reason, severity,
  statistic_value, statistic_24h, attained, attained_low, attained_high, required, limit_value,
  n, days, effective_n, due, coverage_pct, represented_pct, pops, agents, weight, threshold_id, partial
) FROM STDIN
