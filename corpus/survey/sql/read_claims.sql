-- A claim that says something of its own has a key: what it says, and the verdict on it. What
-- articles call a title or person differently is one if the catalog holds it.
CREATE TABLE claims AS
SELECT article, claim, kind, quote, title, title_id, verdict, reason, evidence, sources,
  CASE WHEN title IS NOT NULL OR person IS NOT NULL OR verdict <> 'unverifiable'
    THEN md5_number(row(kind, coalesce(title_id, title), season, year, role, coalesce(person_id, person), gender, value, "of", negated, verdict)::VARCHAR) END AS key
FROM written_claims
