SELECT count(*) AS n FROM staged_{layout}
