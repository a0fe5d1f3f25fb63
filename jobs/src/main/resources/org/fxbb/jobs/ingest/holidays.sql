SELECT day FROM calendar_days WHERE kind = 'HOLIDAY'
