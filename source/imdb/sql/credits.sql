-- The credits of films and episodes: principals, then those whom only the crew
-- lists, then those who are listed several times, merged. The billing is IMDb's
-- ordering.
CREATE TABLE stage.leaf AS SELECT t FROM stage.title WHERE kind IN ('film', 'episode');

INSERT INTO credit
SELECT title_id(t), person_id(p), word, credited, CASE WHEN characters IS NULL THEN [] ELSE named(characters) END,
    CASE WHEN word = 'cast' THEN ordering ELSE 0 END, 'title'::scope, []
FROM stage.listed SEMI JOIN stage.leaf USING (t) ANTI JOIN stage.repeated USING (t, p, role);

INSERT INTO credit
SELECT title_id(t), person_id(p), {{roles}}[role], '', [], 0, 'title'::scope, []
FROM stage.crew SEMI JOIN stage.leaf USING (t)
ORDER BY t, role, p;

INSERT INTO credit
SELECT title_id(t), person_id(p), any_value(word), coalesce(min(credited) FILTER (credited <> ''), ''),
    coalesce(distinct_in_order(flatten(list(named(characters) ORDER BY characters) FILTER (characters IS NOT NULL))), []),
    CASE WHEN any_value(word) = 'cast' THEN min(ordering) ELSE 0 END, 'title'::scope, []
FROM stage.listed SEMI JOIN stage.repeated USING (t, p, role) SEMI JOIN stage.leaf USING (t)
GROUP BY t, p, role
ORDER BY t, role, p;
