CREATE TABLE articles AS
SELECT article, source, coalesce(place, '') AS place, coalesce(outlet, '') AS outlet, coalesce(section, '') AS section, coalesce(author, '') AS author,
  coalesce(date, '') AS date, coalesce(left(date, 7), '') AS month, coalesce(address, '') AS address, named, claims, contradicted, supported, mentions
FROM written_articles
