-- Those of career whose first credit in the role is for certain on a series of the population,
-- by gender, and in which other roles they were credited on that series before it; the role
-- is empty for all of them, and "any" for those with some role.
WITH debut AS (
    SELECT person, gender, series, min(earliest(released, year)) AS shown
    FROM (FROM first_credit WHERE role = '/*role*/') JOIN (FROM career WHERE first) USING (person) JOIN title ON number = title
    WHERE series > 0
    GROUP BY person, gender, series
), earlier AS (
    SELECT number, series, latest(released, year) AS latest FROM title SEMI JOIN debut USING (series) WHERE year > 0 OR released <> ''
), before AS (
    SELECT DISTINCT person, gender, role::VARCHAR AS role
    FROM credit JOIN earlier ON number = title JOIN debut USING (person, series)
    WHERE role <> '/*role*/' AND latest < shown
)
SELECT gender, '' AS role, count(DISTINCT person)::BIGINT FROM debut GROUP BY gender
UNION ALL
SELECT gender, 'any', count(DISTINCT person)::BIGINT FROM before GROUP BY gender
UNION ALL
SELECT gender, role, count(*)::BIGINT FROM before GROUP BY gender, role
ORDER BY ALL;
