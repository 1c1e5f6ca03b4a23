-- How many of a role's people, credits or titles in each film or season chosen
-- are certainly or possibly of the genders asked for. A film or episode on which
-- nobody is credited stands for one who is not known.
WITH held AS (
    SELECT work, role, sum(titles) AS titles, /*counts*/
    FROM (FROM work_credit WHERE /*tallied*/) JOIN chosen ON number = work
    GROUP BY work, role
), work AS (
    SELECT number, kind, CASE kind WHEN 'film' THEN 1 ELSE coalesce(episodes, 0) END AS leaves
    FROM chosen LEFT JOIN title_size ON title = number
), asked AS (
    SELECT unnest([/*roles*/])::tallied_role AS role
), standing AS (
    SELECT w.number, a.role, w.leaves, coalesce(h.titles, 0) AS held,
        coalesce(/*certain*/, 0) AS certain,
        coalesce(/*possible*/, 0) + w.leaves - coalesce(h.titles, 0) AS possible,
        /*of*/ AS of,
        coalesce(/*people*/, 0) AS people
    FROM work w CROSS JOIN asked a
    LEFT JOIN held h ON h.work = w.number AND h.role = a.role
    LEFT JOIN (FROM work_person WHERE /*tallied*/) p ON p.work = w.number AND p.role = a.role
    WHERE w.leaves > 0
)
