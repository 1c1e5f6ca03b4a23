-- Who is credited in a role on the titles of a population: on how many of its films or
-- seasons, whether their first credit in the role lies in the population (for certain,
-- perhaps, or not: null) and, if for certain, is on the only film or season that they have in
-- the role, and how many years the last of these titles is from the first in the role.
CREATE OR REPLACE TEMP TABLE career AS
WITH carrying AS (
    /*carrying*/
), own AS (
    SELECT person, count(DISTINCT CASE work WHEN 0 THEN title ELSE work END) AS titles, max(earliest(released, year)) // 10000 AS last
    FROM credit JOIN carrying USING (title) JOIN title ON number = title
    WHERE role = '/*role*/'
    GROUP BY person
), began AS (
    SELECT person, min(earliest(released, year)) // 10000 AS began,
        CASE WHEN count(carrying.title) > 0 THEN count(DISTINCT carrying.title) = any_value(candidates) AND NOT any_value(open) END AS first
    FROM (FROM first_credit SEMI JOIN own USING (person) WHERE role = '/*role*/') AS f
    JOIN title ON number = f.title
    LEFT JOIN carrying ON carrying.title = f.title
    GROUP BY person
), ever AS (
    SELECT person, min(CASE work WHEN 0 THEN title ELSE work END) = max(CASE work WHEN 0 THEN title ELSE work END) AS once
    FROM credit SEMI JOIN (FROM began WHERE first) USING (person)
    WHERE role = '/*role*/'
    GROUP BY person
)
SELECT own.person, coalesce(gender, 'unknown')::VARCHAR AS gender, titles, first, coalesce(once, false) AS once, CASE WHEN last > 0 THEN last - began END AS years
FROM own LEFT JOIN ever USING (person) LEFT JOIN began USING (person) LEFT JOIN person_gender ON person_gender.person = own.person;
