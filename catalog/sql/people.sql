-- The distinct people of films and seasons. Run once, after sql/derive.sql.

-- Those of each season by role and gender; of its cast, also those billed first on
-- some episode and those of at least half of the episodes. It is the one walk through
-- all credits of seasons.
CREATE TEMP TABLE season_people AS
WITH held AS (
    SELECT work, role, person, count(*) FILTER (title <> work) AS episodes, bool_or(billing = 1) AS leads
    FROM credit SEMI JOIN (FROM work WHERE kind = 'season') ON number = work
    GROUP BY work, role, person
), known AS (
    SELECT work, role, coalesce(gender, 'unknown') AS gender,
        role = 'cast' AND leads AS leads,
        role = 'cast' AND 2 * episodes >= leaves AS regular
    FROM held JOIN work ON number = work LEFT JOIN person_gender USING (person)
)
SELECT work, role,
    count(*) FILTER (gender = 'woman')::INTEGER AS women,
    count(*) FILTER (gender = 'man')::INTEGER AS men,
    count(*) FILTER (gender = 'nonbinary')::INTEGER AS nonbinary,
    count(*) FILTER (gender = 'unknown')::INTEGER AS unknown,
    count(*) FILTER (gender = 'woman' AND leads)::INTEGER AS lead_women,
    count(*) FILTER (gender = 'man' AND leads)::INTEGER AS lead_men,
    count(*) FILTER (gender = 'nonbinary' AND leads)::INTEGER AS lead_nonbinary,
    count(*) FILTER (gender = 'unknown' AND leads)::INTEGER AS lead_unknown,
    count(*) FILTER (gender = 'woman' AND regular)::INTEGER AS regular_women,
    count(*) FILTER (gender = 'man' AND regular)::INTEGER AS regular_men,
    count(*) FILTER (gender = 'nonbinary' AND regular)::INTEGER AS regular_nonbinary,
    count(*) FILTER (gender = 'unknown' AND regular)::INTEGER AS regular_unknown
FROM known
GROUP BY work, role;

-- The distinct people of each film and season by role and gender, and on how many
-- of its films or episodes somebody is credited in the role. In order of role, as
-- titles are compared role by role.
CREATE TABLE work_person AS
WITH people AS (
    SELECT work, role, women, men, nonbinary, unknown FROM season_people
    UNION ALL
    SELECT work, 'lead', lead_women, lead_men, lead_nonbinary, lead_unknown
    FROM season_people WHERE lead_women + lead_men + lead_nonbinary + lead_unknown > 0
), held AS (
    SELECT work, role, sum(titles)::INTEGER AS titles FROM work_credit GROUP BY work, role
)
SELECT people.*, coalesce(titles, 0) AS titles FROM people LEFT JOIN held USING (work, role)
UNION ALL
SELECT work, role, women, men, nonbinary, unknown, titles
FROM work_credit SEMI JOIN (FROM work WHERE kind = 'film') ON number = work
ORDER BY role, work;

-- The same of the groups that are no roles, by their words: the cast of at least half of the
-- films or episodes, and the heads of departments, each once. titles is on how many
-- each of the group's roles is credited: where that is on all, nobody can be missing.
CREATE TABLE work_group AS
WITH head AS (
    /*department_heads*/
), heads AS (
    SELECT work,
        count(*) FILTER (gender = 'woman')::INTEGER AS women,
        count(*) FILTER (gender = 'man')::INTEGER AS men,
        count(*) FILTER (gender = 'nonbinary')::INTEGER AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown')::INTEGER AS unknown
    FROM head LEFT JOIN person_gender USING (person)
    GROUP BY work
), headed AS (
    SELECT work, CASE count(*) WHEN /*number*/ THEN min(titles) ELSE 0 END AS titles
    FROM work_person WHERE /*heads*/ GROUP BY work
)
SELECT 'department_heads' AS role, heads.*, titles FROM heads JOIN headed USING (work)
UNION ALL
SELECT 'season_regulars', work, regular_women, regular_men, regular_nonbinary, regular_unknown, titles
FROM season_people JOIN work_person USING (work, role) WHERE role = 'cast'
UNION ALL
SELECT 'season_regulars', work, women, men, nonbinary, unknown, titles
FROM work_person SEMI JOIN (FROM work WHERE kind = 'film') ON number = work WHERE role = 'cast'
ORDER BY role, work;

DROP TABLE season_people;
