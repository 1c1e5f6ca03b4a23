-- A group as work_credit has a role: on how many leaf titles which genders are among
-- its people, and how many credits of each there are on these.
CREATE OR REPLACE TEMP TABLE group_credit_/*group*/ AS
WITH member AS (
    /*members*/
), on_title AS (
    SELECT work,
        count(*) FILTER (gender = 'woman') AS women,
        count(*) FILTER (gender = 'man') AS men,
        count(*) FILTER (gender = 'nonbinary') AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown') AS unknown
    FROM (
        SELECT DISTINCT work, title, person
        FROM credit SEMI JOIN member USING (work, person) JOIN chosen ON number = work
        WHERE /*roles*/ AND (kind = 'film' OR title <> work)
    ) LEFT JOIN person_gender USING (person)
    GROUP BY work, title
)
SELECT work,
    (women > 0)::UTINYINT + 2 * (men > 0)::UTINYINT + 4 * (nonbinary > 0)::UTINYINT + 8 * (unknown > 0)::UTINYINT AS genders,
    count(*) AS titles, sum(women) AS women, sum(men) AS men, sum(nonbinary) AS nonbinary, sum(unknown) AS unknown
FROM on_title
GROUP BY work, genders
