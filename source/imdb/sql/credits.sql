-- The credits of the films and episodes in a range of titles: principals and
-- crew together, each person once for a title and a role. The billing is the
-- place among the cast.
INSERT INTO credit
WITH leaf AS (
    SELECT t FROM stage.title WHERE kind IN ('film', 'episode') AND t >= $1 AND t < $2
), listed AS (
    SELECT t, p, role, job, characters, ordering FROM stage.principal
    WHERE role IS NOT NULL AND t >= $1 AND t < $2
    UNION ALL
    SELECT t, p, role, '', NULL, NULL FROM stage.crew WHERE t >= $1 AND t < $2
), merged AS (
    SELECT t, p, role, coalesce(min(job) FILTER (job <> ''), '') AS job,
        list(characters ORDER BY characters) FILTER (characters IS NOT NULL) AS characters, min(ordering) AS ordering
    FROM listed SEMI JOIN leaf USING (t)
    GROUP BY t, p, role
)
SELECT title_id(t), person_id(p), {{roles}}[role], job,
    coalesce(distinct_in_order(flatten(list_transform(characters, lambda text: named(text)))), []),
    CASE WHEN {{roles}}[role] = 'cast' THEN row_number() OVER (PARTITION BY t, role ORDER BY ordering, p) ELSE 0 END,
    'title'::scope, []
FROM merged
ORDER BY t, role, ordering;
