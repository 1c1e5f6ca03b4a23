INSERT INTO title
SELECT title_id(t), kind, name, original_name, year, '', [], [], genres, form, coalesce(votes, 0), false, []
FROM stage.title LEFT JOIN stage.rating USING (t)
ORDER BY t;

-- A season is what the episodes say of it. It is whole if its numbers run from 1
-- without a gap.
INSERT INTO title
SELECT title_id(e.series) || '/' || e.season, 'season', any_value(s.name), '', coalesce(min(nullif(t.year, 0)), 0), '', [], [], [], '',
    0, count(*) = max(e.episode) AND count(DISTINCT e.episode) = count(*), []
FROM stage.episode e JOIN stage.title t ON t.t = e.t JOIN stage.title s ON s.t = e.series
WHERE e.season >= 0
GROUP BY e.series, e.season
ORDER BY e.series, e.season;

INSERT INTO title_link
SELECT title_id(series) || '/' || season, title_id(series), title_id(series) || '/' || season, season, -1
FROM (SELECT DISTINCT series, season FROM stage.episode WHERE season >= 0)
ORDER BY series, season;

INSERT INTO title_link
SELECT title_id(t), title_id(series), CASE WHEN season >= 0 THEN title_id(series) || '/' || season ELSE '' END, season, episode
FROM stage.episode ORDER BY series, season, episode;

-- People in credits whom name.basics lacks are held by their identifier.
INSERT INTO stage.person
SELECT p, person_id(p) FROM (SELECT p FROM stage.listed UNION SELECT p FROM stage.crew) ANTI JOIN stage.person USING (p);

INSERT INTO person
SELECT person_id(p), coalesce(name, person_id(p)), '' FROM stage.person ORDER BY p;

INSERT INTO statement
SELECT person_id(p), CASE category WHEN 'actress' THEN 'woman' ELSE 'man' END::gender, category, 'credit_form'::precedence, 'imdb', '', ''
FROM (SELECT DISTINCT p, category FROM stage.principal WHERE category IN ('actress', 'actor')) ORDER BY p, category;

-- Creators are given for the series; its cast and crew are those of its episodes,
-- which are listed by themselves.
INSERT INTO credit_as_given
SELECT DISTINCT title_id(c.t), person_id(c.p), 'creator', '', [], 0, []
FROM stage.listed c SEMI JOIN (SELECT t FROM stage.title WHERE kind = 'series') s ON s.t = c.t
WHERE c.word = 'creator'
ORDER BY ALL;
