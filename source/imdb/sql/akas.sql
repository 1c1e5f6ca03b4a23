-- Other names of films and series; those of episodes are not looked up.
INSERT INTO alternative_name
SELECT DISTINCT title_id(t.t), a.title
FROM (SELECT title_number(titleId) AS t, title FROM {{published "title.akas"}} WHERE title IS NOT NULL) a
JOIN stage.title t ON t.t = a.t
WHERE t.kind <> 'episode' AND a.title <> t.name AND a.title <> t.original_name
ORDER BY ALL;
