SELECT day FROM intake_down_days WHERE minutes > :hours * 60
