-- How many of a role's people, credits or titles in each film or season chosen
-- are certainly or possibly of the genders asked for. A film or episode on which
-- nobody is credited stands for one who is not known.
CREATE OR REPLACE TEMP TABLE standing AS
WITH held AS (
    SELECT work, role, sum(titles) AS titles, /*counts*/
    FROM (FROM work_credit WHERE /*tallied*/) JOIN chosen ON number = work
    GROUP BY work, role
), measured AS (
    SELECT number, leaves FROM chosen WHERE leaves > 0
), asked AS (
    SELECT unnest([/*roles*/])::tallied_role AS role
)
SELECT w.number, a.role, w.leaves::BIGINT AS leaves, coalesce(h.titles, 0)::BIGINT AS held,
    coalesce(/*certain*/, 0)::BIGINT AS certain,
    (coalesce(/*possible*/, 0) + w.leaves - coalesce(h.titles, 0))::BIGINT AS possible,
    (/*of*/)::BIGINT AS of,
    coalesce(/*people*/, 0)::BIGINT AS people
FROM measured w CROSS JOIN asked a
LEFT JOIN held h ON h.work = w.number AND h.role = a.role
LEFT JOIN (FROM work_person WHERE /*tallied*/) p ON p.work = w.number AND p.role = a.role;
