-- What the sources handed over row by row, by number. What is about titles or
-- people that none has brought is left aside.

INSERT INTO statement
SELECT DISTINCT p.number, s.* EXCLUDE (person_id) REPLACE (s.gender::gender AS gender, s.precedence::precedence AS precedence)
FROM statement_as_given s JOIN person p ON p.id = s.person_id
EXCEPT
SELECT * FROM statement
ORDER BY ALL;

INSERT INTO identifier
SELECT DISTINCT * FROM identifier_as_given
WHERE owner_id IN (SELECT id FROM person) OR owner_id IN (SELECT id FROM title)
EXCEPT
SELECT * FROM identifier
ORDER BY ALL;

UPDATE title SET
    networks = text_of(list_sort(list_distinct(lines(title.networks) || coalesce(given.networks, [])))),
    countries = text_of(list_sort(list_distinct(lines(title.countries) || coalesce(given.countries, [])))),
    languages = text_of(list_sort(list_distinct(lines(title.languages) || coalesce(given.languages, [])))),
    companies = text_of(list_sort(list_distinct(lines(title.companies) || coalesce(given.companies, []))))
FROM (
    SELECT title_id, list(name) FILTER (what = 'network') AS networks, list(name) FILTER (what = 'country') AS countries,
        list(name) FILTER (what = 'language') AS languages, list(name) FILTER (what = 'company') AS companies
    FROM detail_as_given GROUP BY title_id
) AS given
WHERE given.title_id = title.id;

-- A credit given for a season or a series counts on each of its episodes held
-- (specials, season 0, are no part of a series' run), but not in a role that
-- changes hands by episode: that credit stays on the season or series, as the
-- source does not say which episodes are meant, and so is one given for an episode
-- of which the source says that it speaks of the whole. The scope is what the source
-- says, but no narrower than the title that it names. A person counts once for a
-- title and a role: what repetitions add is kept, as rolecall.Once does, but in
-- an order that does not depend on that of reading.
CREATE TEMP TABLE credit_placed AS
WITH given AS (
    SELECT t.number, t.kind, t.series, t.season_title, p.number AS person, c.role, c.job, c.characters, c.billing, c.citations,
        c.role IN (SELECT role FROM role WHERE by_episode) AS by_episode,
        (CASE t.kind
            WHEN 'film' THEN 'title'
            WHEN 'episode' THEN CASE c.scope WHEN '' THEN 'title' ELSE c.scope END
            WHEN 'season' THEN CASE c.scope WHEN 'series' THEN 'series' ELSE 'season' END
            ELSE 'series'
        END)::scope AS scope
    FROM credit_as_given c JOIN title t ON t.id = c.title_id JOIN person p ON p.id = c.person_id
), placed AS MATERIALIZED (
    SELECT *, number AS title, CASE kind WHEN 'film' THEN number ELSE season_title END AS work
    FROM given WHERE kind IN ('film', 'episode') AND NOT (by_episode AND scope <> 'title')
    UNION ALL
    SELECT *, CASE WHEN kind <> 'episode' THEN number WHEN scope = 'season' AND season_title > 0 THEN season_title ELSE series END,
        CASE WHEN kind = 'episode' AND scope = 'series' THEN 0 ELSE season_title END
    FROM given WHERE by_episode AND scope <> 'title'
    UNION ALL
    SELECT given.*, e.number, e.season_title
    FROM given JOIN title e ON e.season_title = given.number AND e.kind = 'episode'
    WHERE given.kind = 'season' AND NOT by_episode
    UNION ALL
    SELECT given.*, e.number, e.season_title
    FROM given JOIN title e ON e.series = given.number AND e.kind = 'episode' AND e.season <> 0
    WHERE given.kind = 'series' AND NOT by_episode
), ranked AS ( -- the characters of each credit that says others, in an order of its own
    SELECT *, row_number() OVER (PARTITION BY title, person, role ORDER BY characters) AS rank
    FROM (SELECT DISTINCT title, person, role, characters FROM placed WHERE len(characters) > 0)
), named AS ( -- each name where it comes first
    SELECT title, person, role, name, min(rank * (1::BIGINT << 32) + place) AS first
    FROM (SELECT title, person, role, rank, unnest(characters) AS name, unnest(range(len(characters))) AS place FROM ranked)
    GROUP BY title, person, role, name
), played AS (
    SELECT title, person, role, text_of(list(name ORDER BY first)) AS characters FROM named GROUP BY title, person, role
)
SELECT title, any_value(work) AS work, person, role::tallied_role AS role,
    coalesce(min(job) FILTER (job <> ''), '') AS job,
    coalesce(any_value(played.characters), '') AS characters,
    coalesce(min(billing) FILTER (billing > 0), 0) AS billing,
    min(scope) AS scope,
    text_of(list_sort(list_distinct(flatten(list(citations))))) AS citations
FROM placed LEFT JOIN played USING (title, person, role)
GROUP BY title, person, role;

-- Of a credit that a big source has brought into credit itself, the citations are
-- added to; all else stays.
UPDATE credit SET citations = text_of(list_sort(list_distinct(lines(credit.citations) || lines(c.citations))))
FROM credit_placed c
WHERE c.title = credit.title AND c.person = credit.person AND c.role = credit.role AND c.citations <> '';

INSERT INTO credit
SELECT c.* FROM credit_placed c
ANTI JOIN (FROM credit SEMI JOIN credit_placed USING (title)) AS brought USING (title, person, role)
ORDER BY title, role, billing, person;

DROP TABLE credit_placed;
DROP TABLE title_as_given;
DROP TABLE person_as_given;
DROP TABLE credit_as_given;
DROP TABLE statement_as_given;
DROP TABLE identifier_as_given;
DROP TABLE detail_as_given;
