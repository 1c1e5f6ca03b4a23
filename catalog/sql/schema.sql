-- The tables of a catalog, as docs/data-model.md describes them.
--
-- Titles and people have numbers beside their identifiers: their places in the
-- order of the identifiers, from 1; 0 is none. Credits go by number, which takes a
-- tenth of the room and time, and as the tables are in order of number, a look-up
-- skips almost all of them.
--
-- Several values in one column, as genres or citations, are lines of one text: a
-- list column costs more than all other columns of its table together. lines() makes
-- a list of them, text_of() a text.
--
-- There are no primary keys: their indexes would cost more than the facts at the
-- size of IMDb. sql/check.sql proves the keys once, before a catalog is used.

CREATE TYPE gender AS ENUM ('woman', 'man', 'nonbinary', 'unknown');

-- Weakest first: max() finds the statements that decide.
CREATE TYPE precedence AS ENUM (
    'credit_form', 'citation', 'tmdb', 'wikidata_normal', 'wikidata_preferred', 'correction', 'declaration'
);

-- Narrowest first: min() finds the scope that a merged credit keeps.
CREATE TYPE scope AS ENUM ('title', 'season', 'series');

CREATE TYPE kind AS ENUM ('film', 'series', 'season', 'episode');

CREATE MACRO lines(text) AS CASE WHEN text = '' THEN []::VARCHAR[] ELSE string_split(text, chr(10)) END;
CREATE MACRO text_of(items) AS coalesce(array_to_string(items, chr(10)), '');

-- The first and the last day that a date may be, as a number, 20180308, what is not known
-- being 0 or 99 in it.
CREATE MACRO earliest(released, year) AS CASE WHEN released = '' THEN year::INTEGER * 10000 ELSE rpad(replace(released, '-', ''), 8, '0')::INTEGER END;
CREATE MACRO latest(released, year) AS CASE WHEN released = '' THEN year::INTEGER * 10000 + 9999 ELSE rpad(replace(released, '-', ''), 8, '9')::INTEGER END;

-- The vocabulary of roles: rolecall.Roles. The type tallied_role, made beside it,
-- has their words in the same order, and "lead" after them, which no credit has.
CREATE TABLE role (
    role       VARCHAR NOT NULL,
    by_episode BOOLEAN NOT NULL
);

CREATE TABLE source (
    id         VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    licence    VARCHAR NOT NULL,
    address    VARCHAR NOT NULL,
    retrieved  VARCHAR NOT NULL,
    checksum   VARCHAR NOT NULL,
    hand_picked BOOLEAN NOT NULL,
    least_told  INTEGER NOT NULL
);

CREATE TABLE page (
    key       VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    address   VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    title     VARCHAR NOT NULL,
    retrieved VARCHAR NOT NULL,
    copy      VARCHAR NOT NULL
);

-- series and season_title are numbers of titles. A season is its own season_title.
-- An episode of which the season is not known has season -1 and no season_title.
CREATE TABLE title (
    number        INTEGER NOT NULL,
    id            VARCHAR NOT NULL,
    kind          kind NOT NULL,
    name          VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    series        INTEGER NOT NULL,
    season_title  INTEGER NOT NULL,
    season        INTEGER NOT NULL,
    episode       INTEGER NOT NULL,
    year          SMALLINT NOT NULL,
    released      VARCHAR NOT NULL,
    networks      VARCHAR NOT NULL,
    countries     VARCHAR NOT NULL,
    genres        VARCHAR NOT NULL,
    languages     VARCHAR NOT NULL,
    companies     VARCHAR NOT NULL,
    minutes       INTEGER NOT NULL,
    budget        BIGINT NOT NULL,
    revenue       BIGINT NOT NULL,
    form          VARCHAR NOT NULL,
    votes         INTEGER NOT NULL,
    whole         BOOLEAN NOT NULL,
    citations     VARCHAR NOT NULL
);

-- What a title is called elsewhere or was called otherwise, for look-up.
CREATE TABLE alternative_name (
    title INTEGER NOT NULL,
    name  VARCHAR NOT NULL
);

CREATE TABLE person (
    number      INTEGER NOT NULL,
    id          VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    native_name VARCHAR NOT NULL,
    born        SMALLINT NOT NULL,
    private     BOOLEAN NOT NULL
);

-- Credits, each person once for a title and a role. work is the film, or the
-- season of the episode, that the credit counts for.
CREATE TABLE credit (
    title      INTEGER NOT NULL,
    work       INTEGER NOT NULL,
    person     INTEGER NOT NULL,
    role       tallied_role NOT NULL,
    job        VARCHAR NOT NULL,
    characters VARCHAR NOT NULL,
    billing    INTEGER NOT NULL,
    scope      scope NOT NULL,
    citations  VARCHAR NOT NULL
);

CREATE TABLE statement (
    person     INTEGER NOT NULL,
    gender     gender NOT NULL,
    wording    VARCHAR NOT NULL,
    form       VARCHAR NOT NULL,
    precedence precedence NOT NULL,
    source_id  VARCHAR NOT NULL,
    citation   VARCHAR NOT NULL,
    date       VARCHAR NOT NULL
);

-- What a title or person is called elsewhere.
CREATE TABLE identifier (
    owner_id VARCHAR NOT NULL,
    scheme   VARCHAR NOT NULL,
    value    VARCHAR NOT NULL
);

-- The titles of lists that somebody keeps, by the name of the list.
CREATE TABLE listed (
    list  VARCHAR NOT NULL,
    title INTEGER NOT NULL
);

-- One row: what this catalog is.
CREATE TABLE catalog (
    schema_version INTEGER NOT NULL,
    name           VARCHAR NOT NULL,
    content_hash   VARCHAR NOT NULL,
    built          VARCHAR NOT NULL,
    program        VARCHAR NOT NULL,
    -- The vocabulary that it was built with, a line for each word; see vocabulary.go.
    vocabulary     VARCHAR NOT NULL
);
