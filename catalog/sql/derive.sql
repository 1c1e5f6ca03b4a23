-- From the facts to what is looked up. Run once, at the end of a build.

CREATE TABLE person_gender AS
/*resolved*/;

-- How many episodes a season or a series has, as far as they are held. Specials
-- (season 0) are counted in their own season only.
CREATE TABLE title_size AS
SELECT season_title AS title, count(*)::INTEGER AS episodes
FROM title WHERE kind = 'episode' AND season_title > 0 GROUP BY season_title
UNION ALL
SELECT series, count(*)::INTEGER
FROM title WHERE kind = 'episode' AND season <> 0 GROUP BY series
ORDER BY title;

-- Films and seasons, a tenth of all titles, so that a population of them is found
-- without a walk through the episodes: the year of first showing (0: not known),
-- the films or episodes each comes to, whether it is a film known to be no feature, and votes, which a season has of its series
-- where it has none of its own.
CREATE TABLE work AS
SELECT t.number, t.kind, t.series, t.season,
    CASE WHEN t.released <> '' THEN left(t.released, 4)::SMALLINT ELSE t.year END AS year,
    CASE t.kind WHEN 'film' THEN 1 ELSE coalesce(z.episodes, 0) END AS leaves,
    /*short*/ AS short,
    CASE WHEN t.votes = 0 THEN coalesce(s.votes, 0) ELSE t.votes END AS votes
FROM title t
LEFT JOIN title s ON s.number = t.series
LEFT JOIN title_size z ON z.title = t.number
WHERE t.kind IN ('film', 'season')
ORDER BY t.number;

-- Films and seasons by role: on how many of their leaf titles which genders are
-- among those credited (the sum of 1 woman, 2 man, 4 non-binary, 8 unknown), and
-- how many credits of each there are on these titles. From it follow the units
-- credits, titles-any and titles-all for any set of genders. The role "lead" is
-- the cast member billed first. Credits on no leaf title known are no part of it.
CREATE TABLE work_credit AS
WITH tallied AS (
    SELECT work, title, role, person FROM credit
    WHERE work > 0 AND (scope = 'title' OR role NOT IN (SELECT role::tallied_role FROM role WHERE by_episode))
    UNION ALL
    SELECT work, title, 'lead', person FROM credit WHERE work > 0 AND role = 'cast' AND billing = 1
), on_title AS (
    SELECT work, role,
        count(*) FILTER (gender = 'woman') AS women,
        count(*) FILTER (gender = 'man') AS men,
        count(*) FILTER (gender = 'nonbinary') AS nonbinary,
        count(*) FILTER (gender IS NULL OR gender = 'unknown') AS unknown
    FROM tallied LEFT JOIN person_gender USING (person)
    GROUP BY work, title, role
)
SELECT work, role,
    ((women > 0)::UTINYINT + 2 * (men > 0)::UTINYINT + 4 * (nonbinary > 0)::UTINYINT + 8 * (unknown > 0)::UTINYINT)::UTINYINT AS genders,
    count(*)::INTEGER AS titles,
    sum(women)::INTEGER AS women, sum(men)::INTEGER AS men, sum(nonbinary)::INTEGER AS nonbinary, sum(unknown)::INTEGER AS unknown
FROM on_title
GROUP BY work, role, genders
ORDER BY work, role, genders;

-- A title with what it has from its series.
CREATE VIEW title_detail AS
SELECT t.number, t.id, t.kind::VARCHAR AS kind, t.name, t.original_name,
    coalesce(s.id, '') AS series_id,
    coalesce(s.name, '') AS series_name,
    coalesce(w.id, '') AS season_id,
    t.season, t.episode, t.year, t.released,
    lines(CASE WHEN t.networks = '' THEN coalesce(s.networks, '') ELSE t.networks END) AS networks,
    lines(CASE WHEN t.countries = '' THEN coalesce(s.countries, '') ELSE t.countries END) AS countries,
    lines(CASE WHEN t.genres = '' THEN coalesce(s.genres, '') ELSE t.genres END) AS genres,
    lines(CASE WHEN t.languages = '' THEN coalesce(s.languages, '') ELSE t.languages END) AS languages,
    lines(CASE WHEN t.companies = '' THEN coalesce(s.companies, '') ELSE t.companies END) AS companies,
    t.minutes, t.budget, t.revenue,
    coalesce(z.episodes, 0) AS episodes,
    t.form, t.votes, t.whole, lines(t.citations) AS citations
FROM title t
LEFT JOIN title s ON s.number = t.series
LEFT JOIN title w ON w.number = t.season_title
LEFT JOIN title_size z ON z.title = t.number;

-- A person with what the statements come to.
CREATE VIEW person_detail AS
SELECT p.number, p.id, p.name, p.native_name, p.born,
    coalesce(g.gender, 'unknown')::VARCHAR AS gender,
    coalesce(g.conflict, false) AS conflict
FROM person p LEFT JOIN person_gender g ON g.person = p.number;

-- A credit with its identifiers and the gender that counts.
CREATE VIEW credit_detail AS
SELECT t.id AS title_id, p.id AS person_id, c.* REPLACE (lines(c.characters) AS characters, lines(c.citations) AS citations), t.series, t.season_title, t.season, t.episode,
    coalesce(g.gender, 'unknown')::VARCHAR AS gender
FROM credit c
JOIN title t ON t.number = c.title
JOIN person p ON p.number = c.person
LEFT JOIN person_gender g ON g.person = c.person;
