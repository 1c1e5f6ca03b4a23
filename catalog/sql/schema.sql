-- The tables of a catalog, as docs/data-model.md describes them.
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

-- A name as it is looked up: lower case, no accents, no apostrophes, every other
-- run of signs one space.
CREATE MACRO fold(name) AS trim(regexp_replace(
    strip_accents(lower(translate(name, '''’‘`´', ''))), '[^\p{L}\p{N}]+', ' ', 'g'));

-- A folded name without a leading article.
CREATE MACRO bare(folded) AS regexp_replace(folded, '^(the|an?) (.)', '\2');

-- A list without its repetitions, in order of first appearance.
CREATE MACRO distinct_in_order(items) AS
    list_filter(items, lambda item, place: list_position(items, item) = place);

-- The vocabulary of roles: rolecall.Roles.
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
    hand_picked BOOLEAN NOT NULL
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

CREATE TABLE title (
    id            VARCHAR NOT NULL,
    kind          VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    year          SMALLINT NOT NULL,
    released      VARCHAR NOT NULL,
    networks      VARCHAR[] NOT NULL,
    countries     VARCHAR[] NOT NULL,
    genres        VARCHAR[] NOT NULL,
    form          VARCHAR NOT NULL,
    votes         INTEGER NOT NULL,
    whole         BOOLEAN NOT NULL,
    citations     VARCHAR[] NOT NULL
);

-- What a title is called elsewhere or was called otherwise, for look-up.
CREATE TABLE alternative_name (
    title_id VARCHAR NOT NULL,
    name     VARCHAR NOT NULL
);

-- Which season and series a title is of. A season is of itself and has no number
-- of an episode (-1: none). An episode of which the season is not known has season -1
-- and no season_id.
CREATE TABLE title_link (
    title_id  VARCHAR NOT NULL,
    series_id VARCHAR NOT NULL,
    season_id VARCHAR NOT NULL,
    season    INTEGER NOT NULL,
    episode   INTEGER NOT NULL
);

CREATE TABLE person (
    id          VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    native_name VARCHAR NOT NULL
);

-- Credits, each person once for a title and a role.
CREATE TABLE credit (
    title_id   VARCHAR NOT NULL,
    person_id  VARCHAR NOT NULL,
    role       VARCHAR NOT NULL,
    job        VARCHAR NOT NULL,
    characters VARCHAR[] NOT NULL,
    billing    INTEGER NOT NULL,
    scope      scope NOT NULL,
    citations  VARCHAR[] NOT NULL
);

-- Credits as the sources give them, on any kind of title; gone once merged into
-- credit.
CREATE TABLE credit_as_given (
    title_id   VARCHAR NOT NULL,
    person_id  VARCHAR NOT NULL,
    role       VARCHAR NOT NULL,
    job        VARCHAR NOT NULL,
    characters VARCHAR[] NOT NULL,
    billing    INTEGER NOT NULL,
    citations  VARCHAR[] NOT NULL
);

CREATE TABLE statement (
    person_id  VARCHAR NOT NULL,
    gender     gender NOT NULL,
    wording    VARCHAR NOT NULL,
    precedence precedence NOT NULL,
    source_id  VARCHAR NOT NULL,
    citation   VARCHAR NOT NULL,
    date       VARCHAR NOT NULL
);

-- Networks and countries that a source adds to titles of another; gone once
-- added.
CREATE TABLE detail_as_given (
    title_id VARCHAR NOT NULL,
    what     VARCHAR NOT NULL,
    name     VARCHAR NOT NULL
);

-- What a title or person is called elsewhere.
CREATE TABLE identifier (
    owner_id VARCHAR NOT NULL,
    scheme   VARCHAR NOT NULL,
    value    VARCHAR NOT NULL
);

-- One row: what this catalog is.
CREATE TABLE catalog (
    schema_version INTEGER NOT NULL,
    name           VARCHAR NOT NULL,
    content_hash   VARCHAR NOT NULL,
    built          VARCHAR NOT NULL,
    program        VARCHAR NOT NULL
);
