-- From what the sources gave to what is looked up. Run once, at the end of a
-- build.

-- A credit given for a season or a series counts on each of its episodes held
-- (specials, season 0, are no part of a series' run), but not in a role that
-- changes hands by episode: that credit stays on the season or series, as the
-- source does not say which episodes are meant. A person counts once for a
-- title and a role: what repetitions add is kept, as rolecall.Once does, but in
-- an order that does not depend on that of reading. What a big source has brought
-- into credit itself stays as it is.
INSERT INTO credit
WITH placed AS (
    SELECT c.* EXCLUDE (title_id), c.title_id, 'title'::scope AS scope
    FROM credit_as_given c JOIN title t ON t.id = c.title_id
    WHERE t.kind IN ('film', 'episode')
    UNION ALL
    SELECT c.* EXCLUDE (title_id), c.title_id, t.kind::scope AS scope
    FROM credit_as_given c JOIN title t ON t.id = c.title_id
    WHERE t.kind IN ('season', 'series') AND c.role IN (SELECT role FROM role WHERE by_episode)
    UNION ALL
    SELECT c.* EXCLUDE (title_id), l.title_id, 'season'::scope AS scope
    FROM credit_as_given c
    JOIN title t ON t.id = c.title_id AND t.kind = 'season'
    JOIN title_link l ON l.season_id = c.title_id AND l.episode >= 0
    WHERE c.role NOT IN (SELECT role FROM role WHERE by_episode)
    UNION ALL
    SELECT c.* EXCLUDE (title_id), l.title_id, 'series'::scope AS scope
    FROM credit_as_given c
    JOIN title t ON t.id = c.title_id AND t.kind = 'series'
    JOIN title_link l ON l.series_id = c.title_id AND l.episode >= 0 AND l.season <> 0
    WHERE c.role NOT IN (SELECT role FROM role WHERE by_episode)
)
SELECT title_id, person_id, role,
    coalesce(min(job) FILTER (job <> ''), '') AS job,
    distinct_in_order(flatten(list(characters ORDER BY characters))) AS characters,
    coalesce(min(billing) FILTER (billing > 0), 0) AS billing,
    min(scope) AS scope,
    list_sort(list_distinct(flatten(list(citations)))) AS citations
FROM placed
ANTI JOIN (SELECT title_id, person_id, role FROM credit WHERE role IN (SELECT DISTINCT role FROM credit_as_given)) AS brought
    USING (title_id, person_id, role)
GROUP BY title_id, person_id, role
ORDER BY title_id, role, billing, person_id;

-- What the statements about a person come to: those of the highest precedence
-- decide, a disagreement among them is unknown. rolecall.Resolve is the rule; a
-- test holds this to it.
CREATE TABLE person_gender AS
WITH by_precedence AS (
    SELECT person_id, precedence,
        min(gender) FILTER (gender <> 'unknown') AS least,
        max(gender) FILTER (gender <> 'unknown') AS most
    FROM statement GROUP BY person_id, precedence
)
SELECT person_id,
    arg_max(CASE WHEN least = most THEN least ELSE 'unknown'::gender END, precedence) AS gender,
    arg_max(coalesce(least <> most, false), precedence) AS conflict
FROM by_precedence
GROUP BY person_id
ORDER BY person_id;

-- Names as they are looked up, and without a leading article. The order lets a
-- look-up skip almost all of the table.
CREATE TABLE title_name AS
WITH named AS (
    SELECT id AS title_id, kind, fold(name) AS folded FROM title
    UNION ALL
    SELECT id, kind, fold(original_name) FROM title WHERE original_name <> ''
    UNION ALL
    SELECT id, kind, fold(a.name) FROM alternative_name a JOIN title ON id = title_id
)
SELECT *, bare(folded) AS bare FROM named ORDER BY bare, title_id;

CREATE TABLE person_name AS
SELECT id AS person_id, fold(name) AS folded FROM person
UNION ALL
SELECT id, fold(native_name) FROM person WHERE native_name <> ''
ORDER BY folded, person_id;

-- How many episodes a season or a series has, as far as they are held. Specials
-- (season 0) are counted in their own season only.
CREATE TABLE title_size AS
SELECT season_id AS title_id, count(*)::INTEGER AS episodes
FROM title_link WHERE season_id <> '' AND episode >= 0 GROUP BY season_id
UNION ALL
SELECT series_id, count(*)::INTEGER
FROM title_link WHERE episode >= 0 AND season <> 0 GROUP BY series_id
ORDER BY title_id;

-- A title with what it has from its series.
CREATE VIEW title_detail AS
SELECT t.id, t.kind, t.name, t.original_name,
    coalesce(l.series_id, '') AS series_id,
    coalesce(s.name, '') AS series_name,
    coalesce(l.season_id, '') AS season_id,
    coalesce(l.season, 0) AS season,
    greatest(coalesce(l.episode, 0), 0) AS episode,
    t.year, t.released,
    CASE WHEN len(t.networks) = 0 THEN coalesce(s.networks, []) ELSE t.networks END AS networks,
    CASE WHEN len(t.countries) = 0 THEN coalesce(s.countries, []) ELSE t.countries END AS countries,
    CASE WHEN len(t.genres) = 0 THEN coalesce(s.genres, []) ELSE t.genres END AS genres,
    coalesce(z.episodes, 0) AS episodes,
    t.form, t.votes, t.whole, t.citations
FROM title t
LEFT JOIN title_link l ON l.title_id = t.id
LEFT JOIN title s ON s.id = l.series_id
LEFT JOIN title_size z ON z.title_id = t.id;

-- A person with what the statements come to.
CREATE VIEW person_detail AS
SELECT p.id, p.name, p.native_name,
    coalesce(g.gender, 'unknown')::VARCHAR AS gender,
    coalesce(g.conflict, false) AS conflict
FROM person p LEFT JOIN person_gender g ON g.person_id = p.id;

-- A credit with its place in a series and the gender that counts.
CREATE VIEW credit_detail AS
SELECT c.*,
    coalesce(l.series_id, '') AS series_id,
    coalesce(l.season_id, '') AS season_id,
    coalesce(l.episode, -1) AS episode,
    coalesce(g.gender, 'unknown')::VARCHAR AS gender
FROM credit c
LEFT JOIN title_link l ON l.title_id = c.title_id
LEFT JOIN person_gender g ON g.person_id = c.person_id;
