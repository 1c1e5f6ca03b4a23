-- Facts as sources hand them over row by row, by identifier, in any order; gone
-- once sql/settle.sql has numbered them and sql/settle.sql has placed them.

CREATE TEMP TABLE title_as_given (
    id            VARCHAR NOT NULL,
    kind          VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    original_name VARCHAR NOT NULL,
    series_id     VARCHAR NOT NULL,
    season_id     VARCHAR NOT NULL,
    season        INTEGER NOT NULL,
    episode       INTEGER NOT NULL,
    year          SMALLINT NOT NULL,
    released      VARCHAR NOT NULL,
    networks      VARCHAR[] NOT NULL,
    countries     VARCHAR[] NOT NULL,
    genres        VARCHAR[] NOT NULL,
    languages     VARCHAR[] NOT NULL,
    companies     VARCHAR[] NOT NULL,
    minutes       INTEGER NOT NULL,
    budget        BIGINT NOT NULL,
    revenue       BIGINT NOT NULL,
    form          VARCHAR NOT NULL,
    votes         INTEGER NOT NULL,
    whole         BOOLEAN NOT NULL,
    citations     VARCHAR[] NOT NULL
);

CREATE TEMP TABLE person_as_given (
    id          VARCHAR NOT NULL,
    name        VARCHAR NOT NULL,
    native_name VARCHAR NOT NULL,
    born        SMALLINT NOT NULL,
    private     BOOLEAN NOT NULL
);

-- On any kind of title.
CREATE TEMP TABLE credit_as_given (
    title_id   VARCHAR NOT NULL,
    person_id  VARCHAR NOT NULL,
    role       VARCHAR NOT NULL,
    job        VARCHAR NOT NULL,
    characters VARCHAR[] NOT NULL,
    billing    INTEGER NOT NULL,
    scope      VARCHAR NOT NULL, -- empty: that of the kind of title
    citations  VARCHAR[] NOT NULL
);

CREATE TEMP TABLE statement_as_given (
    person_id  VARCHAR NOT NULL,
    gender     VARCHAR NOT NULL,
    wording    VARCHAR NOT NULL,
    form       VARCHAR NOT NULL,
    precedence VARCHAR NOT NULL,
    source_id  VARCHAR NOT NULL,
    citation   VARCHAR NOT NULL,
    date       VARCHAR NOT NULL
);

CREATE TEMP TABLE identifier_as_given (
    owner_id VARCHAR NOT NULL,
    scheme   VARCHAR NOT NULL,
    value    VARCHAR NOT NULL
);

-- Networks, countries, languages and companies that a source adds to titles of another.
CREATE TEMP TABLE detail_as_given (
    title_id VARCHAR NOT NULL,
    what     VARCHAR NOT NULL,
    name     VARCHAR NOT NULL
);

-- Titles on lists, numbered as they come, and what identifies them.
CREATE TEMP TABLE listed_as_given (
    number INTEGER NOT NULL,
    list   VARCHAR NOT NULL,
    file   VARCHAR NOT NULL,
    line   INTEGER NOT NULL,
    text   VARCHAR NOT NULL,
    name   VARCHAR NOT NULL,
    year   SMALLINT NOT NULL,
    kind   VARCHAR NOT NULL
);

-- text is the identifier as it is written; scheme and value are empty where it is this
-- catalog's own, kind where it does not say one.
CREATE TEMP TABLE listed_identifier_as_given (
    number INTEGER NOT NULL,
    text   VARCHAR NOT NULL,
    scheme VARCHAR NOT NULL,
    value  VARCHAR NOT NULL,
    kind   VARCHAR NOT NULL
);
