-- Sources overlap: what one has brought already stays as it said. rowid is the
-- order of reading.
CREATE TEMP TABLE new_title AS
SELECT * FROM title_as_given WHERE id NOT IN (SELECT id FROM title)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY rowid) = 1;

-- Of a person on a private list, what a source says that is not private stays.
CREATE TEMP TABLE new_person AS
SELECT * REPLACE (bool_or(private) OVER (PARTITION BY id) AS private)
FROM person_as_given WHERE id NOT IN (SELECT id FROM person)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY person_as_given.private, rowid) = 1;

-- The numbers of all, with those that they had before. People who are known by
-- their identifier only come last.
CREATE TEMP TABLE title_number AS
SELECT id, earlier, row_number() OVER (ORDER BY id)::INTEGER AS number
FROM (SELECT id, number AS earlier FROM title UNION ALL SELECT id, NULL FROM new_title);

CREATE TEMP TABLE person_number AS
SELECT id, earlier, row_number() OVER (ORDER BY name = id, id)::INTEGER AS number
FROM (SELECT id, name, number AS earlier FROM person UNION ALL SELECT id, name, NULL FROM new_person);

CREATE TEMP TABLE numbered_title AS
SELECT n.number, t.* EXCLUDE (number) REPLACE (coalesce(s.number, 0) AS series, coalesce(w.number, 0) AS season_title)
FROM title t
JOIN title_number n ON n.earlier = t.number
LEFT JOIN title_number s ON s.earlier = t.series
LEFT JOIN title_number w ON w.earlier = t.season_title
UNION ALL
SELECT n.number, t.id, t.kind::kind, t.name, t.original_name, coalesce(s.number, 0), coalesce(w.number, 0), t.season, t.episode,
    t.year, t.released, text_of(t.networks), text_of(t.countries), text_of(t.genres),
    text_of(t.languages), text_of(t.companies), t.minutes, t.budget, t.revenue, t.form, t.votes, t.whole, text_of(t.citations)
FROM new_title t
JOIN title_number n ON n.id = t.id
LEFT JOIN title_number s ON s.id = t.series_id
LEFT JOIN title_number w ON w.id = t.season_id;

CREATE TEMP TABLE numbered_person AS
SELECT n.number, p.* EXCLUDE (number) REPLACE (p.private OR p.id IN (SELECT id FROM person_as_given WHERE private) AS private) FROM person p JOIN person_number n ON n.earlier = p.number
UNION ALL
SELECT n.number, p.* FROM new_person p JOIN person_number n ON n.id = p.id;

CREATE TEMP TABLE numbered_credit AS
SELECT n.number AS title, coalesce(w.number, 0) AS work, p.number AS person, c.* EXCLUDE (title, work, person)
FROM credit c
JOIN title_number n ON n.earlier = c.title
JOIN person_number p ON p.earlier = c.person
LEFT JOIN title_number w ON w.earlier = c.work;

CREATE TEMP TABLE numbered_name AS
SELECT n.number, a.name FROM alternative_name a JOIN title_number n ON n.earlier = a.title;

CREATE TEMP TABLE numbered_statement AS
SELECT n.number, s.* EXCLUDE (person) FROM statement s JOIN person_number n ON n.earlier = s.person;

CREATE TEMP TABLE numbered_listed AS
SELECT l.list, n.number FROM listed l JOIN title_number n ON n.earlier = l.title;

TRUNCATE title;
TRUNCATE person;
TRUNCATE credit;
TRUNCATE alternative_name;
TRUNCATE statement;
TRUNCATE listed;
INSERT INTO title FROM numbered_title ORDER BY number;
INSERT INTO person FROM numbered_person ORDER BY number;
INSERT INTO credit FROM numbered_credit ORDER BY title, role, billing, person;
INSERT INTO alternative_name FROM numbered_name ORDER BY number;
INSERT INTO statement FROM numbered_statement ORDER BY number;
INSERT INTO listed FROM numbered_listed ORDER BY ALL;

DROP TABLE new_title;
DROP TABLE new_person;
DROP TABLE title_number;
DROP TABLE person_number;
DROP TABLE numbered_title;
DROP TABLE numbered_person;
DROP TABLE numbered_credit;
DROP TABLE numbered_name;
DROP TABLE numbered_statement;
DROP TABLE numbered_listed;
