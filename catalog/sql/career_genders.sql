-- The people of career by gender.
SELECT gender, count(*)::BIGINT, sum(titles)::BIGINT,
    count(*) FILTER (titles = 1)::BIGINT, count(*) FILTER (titles = 2)::BIGINT, count(*) FILTER (titles = 3)::BIGINT,
    count(*) FILTER (titles = 4)::BIGINT, count(*) FILTER (titles > 4)::BIGINT,
    count(*) FILTER (first)::BIGINT, count(*) FILTER (NOT first)::BIGINT, count(*) FILTER (once)::BIGINT,
    coalesce(quantile_disc(years, 0.5), -1)::BIGINT
FROM career GROUP BY gender;
